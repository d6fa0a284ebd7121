# Turns files into one C++ source that defines embedded_files().
#   cmake -DOUTPUT=out.cpp -DROOT=dir -DFILES=a,b,c -P embed.cmake
string(REPLACE "," ";" FILES "${FILES}")
set(text "#include \"forms/schema_files.h\"\n\nnamespace nianbao {\nnamespace {\n\n")
set(entries "")
set(number 0)
foreach(file IN LISTS FILES)
  file(READ "${ROOT}/${file}" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND text "constexpr char file_${number}[] = {${bytes}'\\0'};\n")
  string(APPEND entries "        {\"${file}\", {file_${number}, sizeof file_${number} - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND text "\n}  // namespace\n\n"
  "const std::map<std::string_view, std::string_view>& embedded_files() {\n"
  "    static const std::map<std::string_view, std::string_view> files{\n${entries}    };\n    return files;\n}\n\n"
  "}  // namespace nianbao\n")
file(WRITE "${OUTPUT}" "${text}")
