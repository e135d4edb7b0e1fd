// The file `model` of a component as thinc writes it: its layers in breadth-first order, each with sizes, settings and
// parameters.
//
// What is asked for and is not there, or is of another size than its reader expects, makes the file fail: the getter
// gives something empty, and status() tells the first such fault. So a reader asks for all it needs and checks once.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "coranto/result.h"
#include "label/floats.h"
#include "label/msgpack.h"

namespace coranto::label {

struct Layer {
  size_t number = 0;  // in the file
  std::string_view name;
  msgpack::Value dims, refs, attrs, params;
};

class ModelFile {
 public:
  // `path` of the file. Fails with Code::model.
  static Result<ModelFile> open(const std::string& path);

  const std::string& path() const { return path_; }
  const std::vector<Layer>& layers() const { return layers_; }

  // The layers of a name, in order.
  std::vector<Layer> named(std::string_view name) const;

  // The layer that `layer` refers to by `name`; the first one where it refers to none.
  Layer referred(const Layer& layer, const char* name);

  // Size called `name`, 1 to 2^24.
  uint32_t dim(const Layer& layer, const char* name);
  int64_t number(const Layer& layer, const char* attr);
  bool flag(const Layer& layer, const char* attr);
  std::vector<std::string> texts(const Layer& layer, const char* attr);

  // Floats of a parameter of that very shape, all of them finite; row-major, copied.
  Floats param(const Layer& layer, const char* name, std::initializer_list<uint32_t> shape);

  // The same as it lies in the file, not aligned; valid as long as somebody holds mapped().
  const char* stored(const Layer& layer, const char* name, std::initializer_list<uint32_t> shape);
  std::shared_ptr<const MappedFile> mapped() const { return file_; }

  void fail(const std::string& reason);

  // Fails where a layer has parameters that nobody asked for: then the file is of another architecture.
  void expect_all_read();
  Result<void> status() const;

 private:
  ModelFile(MappedFile file, msgpack::Tree tree, std::string path)
      : file_(std::make_shared<const MappedFile>(std::move(file))), tree_(std::move(tree)), path_(std::move(path)) {}
  bool read_layers();

  std::shared_ptr<const MappedFile> file_;
  msgpack::Tree tree_;
  std::string path_;
  std::vector<Layer> layers_;
  std::vector<bool> read_;  // of each layer: its parameters were asked for
  std::string fault_;
};

}  // namespace coranto::label
