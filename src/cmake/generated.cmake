# Sources and assets made from assets/ by the two scripts beside this file.

# The first Python that can cut fonts: a Python of the user's own on PATH often lacks the packages that the system's has.
foreach(candidate python3 /usr/bin/python3)
  execute_process(COMMAND ${candidate} -c "import fontTools, brotli" RESULT_VARIABLE python_result OUTPUT_QUIET ERROR_QUIET)
  if(python_result EQUAL 0)
    set(PORTAL_PYTHON ${candidate})
    break()
  endif()
endforeach()
if(NOT PORTAL_PYTHON)
  message(FATAL_ERROR "Python with fontTools and brotli is missing: install python3-fonttools and python3-brotli.")
endif()

# --- Texts: every visible word, in every language, checked for completeness ----------------------------------------------
set(text_script ${PROJECT_SOURCE_DIR}/src/cmake/texts.py)

# portal_texts(<target> <module> <folder> [LANGUAGES module]) -> library <target> with <module>/text.hpp, made of the
# translations in assets/<folder>; the languages are those of another module or its own
function(portal_texts target module folder)
  cmake_parse_arguments(texts "" "LANGUAGES" "" ${ARGN})
  set(languages)
  if(texts_LANGUAGES)
    set(languages --languages ${texts_LANGUAGES})
  endif()
  set(from ${PROJECT_SOURCE_DIR}/assets/${folder})
  set(header ${CMAKE_BINARY_DIR}/generated/${module}/text.hpp)
  set(source ${CMAKE_BINARY_DIR}/generated/${module}/text.cpp)
  add_custom_command(
    OUTPUT ${header} ${source}
    COMMAND ${PORTAL_PYTHON} ${text_script} --translations ${from} --module ${module} ${languages} --header ${header} --source ${source}
    DEPENDS ${text_script} ${from}/nl.json ${from}/en.json
    COMMENT "Checking the translations of ${module}"
    VERBATIM)
  add_library(${target} STATIC ${source} ${header})
  target_include_directories(${target} PUBLIC ${CMAKE_BINARY_DIR}/generated)
  target_link_libraries(${target} PRIVATE portal_warnings portal_sanitizers portal_client_rules)
endfunction()

portal_texts(portal_text app translations)
portal_texts(portal_gallery_text gallery gallery LANGUAGES app)
target_link_libraries(portal_gallery_text PUBLIC portal_text)  # the languages
if(NOT EMSCRIPTEN)
  portal_texts(portal_document_text server/documents documents)
  portal_texts(portal_mail_text server/mail mail)
endif()

# --- Fonts and icons: made once for all build trees, again when their inputs change ---------------------------------------
set(asset_script ${PROJECT_SOURCE_DIR}/src/cmake/assets.py)
set(PORTAL_ASSET_DIR ${PROJECT_SOURCE_DIR}/build/assets)
set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${asset_script} ${PROJECT_SOURCE_DIR}/assets/icons.txt ${PROJECT_SOURCE_DIR}/assets/package-lock.json)
execute_process(COMMAND ${PORTAL_PYTHON} ${asset_script} --out ${PORTAL_ASSET_DIR}
  RESULT_VARIABLE asset_result ERROR_VARIABLE asset_error)
if(NOT asset_result EQUAL 0)
  message(FATAL_ERROR "${asset_error}")
endif()
add_library(portal_icons INTERFACE)
target_include_directories(portal_icons INTERFACE ${PORTAL_ASSET_DIR}/include)
