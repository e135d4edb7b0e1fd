// Part-of-speech tags: one affine layer over the token vectors, the best score wins.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "label/kernels.h"
#include "label/model_file.h"
#include "label/token_vectors.h"

namespace coranto::label {

class Tagger {
 public:
  // `folder` of the component, `file` its model, `width` of the token vectors. Fails with Code::model.
  static Result<Tagger> open(const std::string& folder, ModelFile& file, uint32_t width);

  // One tag for each of the first tags.size() tokens. `scores`: a buffer to reuse.
  void tag(TokenVectors& vectors, Floats& scores, std::span<uint16_t> tags) const;

  const std::vector<std::string>& labels() const { return labels_; }

 private:
  std::vector<std::string> labels_;
  Weights weights_;
};

}  // namespace coranto::label
