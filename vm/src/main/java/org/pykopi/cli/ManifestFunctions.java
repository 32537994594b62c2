package org.pykopi.cli;

/**
 * What a manifest can call, in Python: the functions of MicroPython's and Pycopy's manifest files.
 * They only collect, in {@code files}, what is to be frozen: kind, path of the file, path in the
 * image, level of {@code -O} or -1. {@link Freeze} does the rest.
 */
final class ManifestFunctions {
  private ManifestFunctions() {}

  static final String SOURCE =
      """
      import os
      import sys


      class ManifestError(Exception):
          pass


      class Options:
          def __init__(self, given):
              self._given = given
              self._defaults = {}

          def defaults(self, **values):
              self._defaults = values

          def __getattr__(self, name):
              return self._given.get(name, self._defaults.get(name))


      files = []
      variables = {}
      _folders = [os.getcwd()]
      _done = set()
      _metadata = [{}]
      _libraries = {}
      _order = []


      def _join(folder, path):
          return path if path.startswith("/") or not folder else folder.rstrip("/") + "/" + path


      def _resolve(path):
          for name, value in variables.items():
              path = path.replace("$(" + name + ")", value)
          if "$(" in path:
              raise ManifestError("unknown variable in path " + repr(path) + ", use -v NAME=VALUE")
          parts = []
          for part in _join(_folders[-1], path).split("/"):
              if part == "..":
                  parts = parts[:-1]
              elif part not in ("", "."):
                  parts.append(part)
          return "/" + "/".join(parts)


      def _kind(path):
          try:
              return os.stat(path)[0] & 0xF000
          except OSError:
              return 0


      def _is_folder(path):
          return _kind(path) == 0x4000


      def _walk(folder, inside):
          for name in sorted(os.listdir(_join(folder, inside))):
              path = _join(inside, name)
              if _is_folder(_join(folder, path)):
                  yield from _walk(folder, path)
              else:
                  yield path


      def _add(path, target, kind, opt):
          if _kind(path) != 0x8000:
              raise ManifestError("Cannot stat " + path)
          is_mpy = path.lower().endswith(".mpy")
          if not is_mpy and not path.lower().endswith(".py"):
              raise ManifestError("Expected .py or .mpy file, got " + path)
          if kind is None:
              kind = "mpy" if is_mpy else "code"
          if is_mpy != (kind == "mpy"):
              raise ManifestError("Unexpected file type: " + path)
          while target.startswith("./"):
              target = target[2:]
          if target.startswith("/") or ".." in target.split("/"):
              raise ManifestError("Path outside of the image: " + target)
          files.append((kind, path, target, -1 if opt is None else opt))


      def _search(base, inside, names, endings, kind, opt):
          base = _resolve(base)
          if names is None and not _is_folder(_join(base, inside)):
              raise ManifestError("Cannot stat " + _join(base, inside))
          for name in _walk(base, inside) if names is None else (_join(inside, n) for n in names):
              if names is not None or name.lower().endswith(endings):
                  _add(_join(base, name), name, kind, opt)


      def _freeze(path, script, endings, kind, opt):
          if script is None:
              _search(path, "", None, endings, kind, opt)
          elif not isinstance(script, str):
              _search(path, "", script, endings, kind, opt)
          elif _is_folder(_join(_resolve(path), script)):
              _search(path, script, None, endings, kind, opt)
          else:
              _search(path, "", (script,), endings, kind, opt)


      def freeze(path, script=None, opt=None):
          _freeze(path, script, (".py", ".mpy"), None, opt)


      def freeze_as_str(path):
          _freeze(path, None, (".py",), "text", None)


      def freeze_as_mpy(path, script=None, opt=None):
          _freeze(path, script, (".py",), "code", opt)


      def freeze_mpy(path, script=None, opt=None):
          _freeze(path, script, (".mpy",), "mpy", opt)


      def package(package_path, files=None, base_path=".", opt=None):
          _search(base_path, package_path, files, (".py",), None, opt)


      def module(module_path, base_path=".", opt=None):
          if not module_path.lower().endswith(".py"):
              raise ManifestError("module must be .py file")
          _add(_join(_resolve(base_path), module_path), module_path, None, opt)


      def metadata(**values):
          if values:
              if _metadata[-1]:
                  raise ManifestError("Duplicate call to metadata().")
              _metadata[-1].update(values)
          return _metadata[-1]


      def c_module(module_path):
          raise ManifestError("c_module: there is no C in this machine")


      def add_library(library, library_path, prepend=False):
          path = _resolve(library_path)
          _libraries[library] = path
          _order.insert(0 if prepend else len(_order), path)


      def _find_package(folder, name):
          if folder.endswith("/" + name) and _kind(folder + "/manifest.py") == 0x8000:
              return folder
          for inner in sorted(os.listdir(folder)):
              if _is_folder(folder + "/" + inner):
                  found = _find_package(folder + "/" + inner, name)
                  if found:
                      return found
          return None


      def require(name, version=None, pypi=None, library=None, **options):
          if library is not None and library not in _libraries:
              raise ManifestError("Unknown library '%s' for require('%s')." % (library, name))
          for folder in _order if library is None else [_libraries[library]]:
              found = _find_package(folder, name) if _is_folder(folder) else None
              if found:
                  _metadata.append({})
                  include(found, **options)
                  _metadata.pop()
                  return
          where = "any known library" if library is None else "library '" + library + "'"
          raise ManifestError("Package '%s' not found in %s, use -v MPY_LIB_DIR=FOLDER." % (name, where))


      def _names(options):
          functions = (
              freeze, freeze_as_str, freeze_as_mpy, freeze_mpy, package, module,
              metadata, c_module, add_library, require, include,
          )
          names = {f.__name__: f for f in functions}
          names["options"] = Options(options)
          names["__name__"] = "__manifest__"
          return names


      def include(manifest_path, **options):
          if not isinstance(manifest_path, str):
              for path in manifest_path:
                  include(path, **options)
              return
          path = _resolve(manifest_path)
          if _is_folder(path):
              path += "/manifest.py"
          if path in _done:
              return
          if _kind(path) != 0x8000:
              raise ManifestError("can't open manifest " + path)
          _done.add(path)
          folder = path.rsplit("/", 1)[0] or "/"
          before = os.getcwd()
          try:
              with open(path) as f:
                  text = f.read()
              _folders.append(folder)
              os.chdir(folder)
              exec(compile(text, path, "exec"), _names(options))
          except ManifestError:
              raise
          except OSError as e:
              raise ManifestError("Error in manifest file: %s: %s" % (path, e))
          finally:
              os.chdir(before)
          _folders.pop()


      for word in sys.argv:
          name, equals, value = word.partition("=")
          if equals:
              variables[name] = _resolve(value)
      if "MPY_LIB_DIR" in variables:
          for word in ("micropython", "python-stdlib", "python-ecosys"):
              add_library(word, "$(MPY_LIB_DIR)/" + word)
      for word in sys.argv:
          if "=" not in word:
              include(word)
      """;
}
