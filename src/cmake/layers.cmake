# One function per kind of target. Sources are globbed because a file is one topic: topics come and go in many small
# files, and a list of them here would only be a second place to keep.

set(PORTAL_SOURCE_DIR ${PROJECT_SOURCE_DIR}/src)

include(embed)

function(portal_own_code target)
  target_link_libraries(${target} PRIVATE portal_warnings portal_sanitizers)
endfunction()

# portal_layer(<name> [FOLDER dir] [LINKS targets...] [PRIVATE targets...]) -> static library portal_<name>
# A folder without a .cpp yet gives an interface library, so that the tree can be configured from the first header on.
function(portal_layer name)
  cmake_parse_arguments(layer "" "FOLDER" "LINKS;PRIVATE" ${ARGN})
  if(NOT layer_FOLDER)
    set(layer_FOLDER ${name})
  endif()
  set(target portal_${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PORTAL_SOURCE_DIR}/${layer_FOLDER}/*.cpp)
  if(NOT sources)
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${PORTAL_SOURCE_DIR})
    target_link_libraries(${target} INTERFACE ${layer_LINKS})
    return()
  endif()
  add_library(${target} STATIC ${sources})
  target_include_directories(${target} PUBLIC ${PORTAL_SOURCE_DIR})
  portal_own_code(${target})
  target_link_libraries(${target} PUBLIC ${layer_LINKS} PRIVATE portal_client_rules ${layer_PRIVATE})
endfunction()

# The reference backend: a library that the tests link as well, and the program.
function(portal_server name)
  cmake_parse_arguments(server "" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PORTAL_SOURCE_DIR}/server/*.cpp)
  list(REMOVE_ITEM sources ${PORTAL_SOURCE_DIR}/server/main.cpp)
  if(NOT sources)
    return()
  endif()
  add_library(portal_server STATIC ${sources})
  target_include_directories(portal_server PUBLIC ${PORTAL_SOURCE_DIR})
  portal_own_code(portal_server)
  target_link_libraries(portal_server PUBLIC ${server_LINKS} portal_document_text portal_mail_text
    portal_server_libraries)
  target_compile_definitions(portal_server PRIVATE PORTAL_VERSION="${PROJECT_VERSION}")
  portal_embed(portal_server portal::server
    kOrganisationFile ${PROJECT_SOURCE_DIR}/assets/demo/organisation.json
    kRulesFile ${PROJECT_SOURCE_DIR}/assets/demo/rules.json
    kFamiliesFile ${PROJECT_SOURCE_DIR}/assets/demo/families.json
    kMoneyFile ${PROJECT_SOURCE_DIR}/assets/demo/money.json
    kCommonPasswordsFile ${PROJECT_SOURCE_DIR}/assets/passwords/common.txt)
  portal_embed(portal_server portal::server::http kClientHeadersFile ${PROJECT_SOURCE_DIR}/web/_headers)
  portal_embed_bytes(portal_server portal::server
    kLogoFile ${PROJECT_SOURCE_DIR}/assets/demo/logo.png)
  portal_embed_bytes(portal_server portal::server::documents
    kRegularFont ${PORTAL_ASSET_DIR}/fonts/nunito-sans-400.ttf
    kRegularFontExtended ${PORTAL_ASSET_DIR}/fonts/nunito-sans-400-ext.ttf
    kBoldFont ${PORTAL_ASSET_DIR}/fonts/nunito-sans-700.ttf
    kBoldFontExtended ${PORTAL_ASSET_DIR}/fonts/nunito-sans-700-ext.ttf)
  if(EXISTS ${PORTAL_SOURCE_DIR}/server/main.cpp)
    add_executable(${name} ${PORTAL_SOURCE_DIR}/server/main.cpp)
    portal_own_code(${name})
    target_link_libraries(${name} PRIVATE portal_server)
    target_compile_definitions(${name} PRIVATE PORTAL_VERSION="${PROJECT_VERSION}")
  endif()
endfunction()

# portal_test(<module> [LINKS targets...]) -> gtest program <module>_tests from tests/<module>, linked to that module alone.
function(portal_test module)
  cmake_parse_arguments(test "" "" "LINKS" ${ARGN})
  set(folder ${PROJECT_SOURCE_DIR}/tests/${module})
  set(target ${module}_tests)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  if(NOT sources OR NOT TARGET portal_${module})
    return()
  endif()
  add_executable(${target} ${sources})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PORTAL_SOURCE_DIR})
  portal_own_code(${target})
  target_link_libraries(${target} PRIVATE portal_${module} ${test_LINKS} portal_gtest_main)
  target_compile_definitions(${target} PRIVATE
    PORTAL_SOURCE_ROOT="${PROJECT_SOURCE_DIR}" PORTAL_ASSET_DIR="${PORTAL_ASSET_DIR}")
  if(NOT module STREQUAL "server")
    target_link_libraries(${target} PRIVATE portal_client_rules)
  endif()
  if(module STREQUAL "api")
    target_link_libraries(${target} PRIVATE portal_json)
  endif()
  add_test(NAME ${target} COMMAND ${target})
  if(EMSCRIPTEN)
    portal_wasm_test(${target})
  endif()
endfunction()

# portal_fuzzer(<name> LINKS targets... [SOURCES files...]) -> libFuzzer program <name>_fuzzer from
# tests/fuzz/<name>_fuzzer.cpp.
function(portal_fuzzer name)
  cmake_parse_arguments(fuzzer "" "" "LINKS;SOURCES" ${ARGN})
  set(target ${name}_fuzzer)
  add_executable(${target} ${PROJECT_SOURCE_DIR}/tests/fuzz/${target}.cpp ${fuzzer_SOURCES})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PORTAL_SOURCE_DIR})
  portal_own_code(${target})
  target_link_libraries(${target} PRIVATE ${fuzzer_LINKS} portal_client_rules)
  target_link_options(${target} PRIVATE -fsanitize=fuzzer)
endfunction()
