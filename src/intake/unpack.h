// gzip and zstd undone as the bytes pass. What is packed is seen by its first bytes, never by its name.
//
// A gzip file is a row of members, a zstd file a row of frames ("part" below); each is checked by its own checksum (in
// zstd, where it has one). A zstd file may begin with the dictionary of its frames, as WARC files have it
// (https://iipc.github.io/warc-specifications, "Zstandard Compression").
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "intake/stream.h"

namespace coranto::intake {

// What `packed` holds: unpacked if it is gzip or zstd, else as it is. `where` names it in errors. Reading fails with
// Code::malformed at a damaged part, with the place of it in the packed bytes, and with Code::too_large beyond 64 MiB
// that came from less than a 500th of it. Memory: a zstd window (128 MiB at most, mostly 8), else some 64 KiB and the
// last 4 MiB of the part, for `resume`.
std::unique_ptr<Stream> unpacked(std::unique_ptr<Stream> packed, const std::string& where);

// `bytes` as unpacked from a Content-Encoding of HTTP: gzip, deflate, br, zstd or identity, lower case; null for another.
// Bytes that are no gzip or zstd although they are called so are given as they are.
std::unique_ptr<Stream> decoded_stream(std::string_view coding, std::string bytes);

// "page.html" for "page.html.gz": a name without what says that it is packed.
std::string unpacked_name(const std::string& name);

}  // namespace coranto::intake
