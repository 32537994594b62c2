// The host of the JavaScript build in a browser without modules, workers and WebAssembly.
// One VM after the other; each program gets a new one through create().

var exports = {};
// The mode of a session that is neither a terminal nor embedded in a page.
var PLAIN = 2;
var KINDS = { write: 2, mkdir: 5 };

function runProgram(fileName, source, stdin, files, profile) {
  var vm = exports;
  var output = [];
  var input = utf8(stdin);
  var position = 0;
  var host = {
    exchange: null,
    poll: function () { return 0; },
    awaitInput: function () { return position < input.length ? 1 : -1; },
    inputReady: function () { return 1; },
    takeInput: function (length) {
      var count = Math.min(length, input.length - position);
      for (var i = 0; i < count; i++) host.exchange[i] = input[position++];
      return count;
    },
    write: function (stream, length) {
      for (var i = 0; i < length; i++) output.push(host.exchange[i]);
    },
    flush: function () {},
    sleep: function (milliseconds) {
      var end = Date.now() + milliseconds;
      while (Date.now() < end);
    },
    epochMillis: function () { return Date.now(); },
    elapsedMillis: function () { return Date.now(); },
    localOffsetSeconds: function () { return 0; },
    random: function (length) {
      for (var i = 0; i < length; i++) host.exchange[i] = Math.floor(Math.random() * 256);
    },
    fileChanged: function () {},
    fileRemoved: function () {},
    sendPart: function () {},
    callScript: function () { return 0; },
    receivePart: function () {}
  };
  function pass(bytes) {
    vm.addArgument(bytes.length);
    for (var at = 0; at < bytes.length; at += host.exchange.length) {
      var count = Math.min(host.exchange.length, bytes.length - at);
      for (var i = 0; i < count; i++) host.exchange[i] = bytes[at + i];
      vm.fillArgument(at, count);
    }
  }
  function put(path, bytes) {
    var folders = path.split('/').slice(0, -1);
    for (var i = 0; i < folders.length; i++) {
      pass(utf8('/' + folders.slice(0, i + 1).join('/')));
      vm.files(KINDS.mkdir);
    }
    pass(utf8('/' + path));
    pass(bytes);
    vm.files(KINDS.write);
  }

  vm.create(host, PLAIN, profile);
  for (var name in files) put(name, bytesOfBase64(files[name]));
  put(fileName, utf8(source));
  pass(utf8(fileName));
  vm.run();
  // One character for each byte; Java decodes them (HtmlUnit's decodeURIComponent loses some).
  return output.map(function (byte) { return String.fromCharCode(byte); }).join('');
}

function utf8(text) {
  return bytesOfBinary(unescape(encodeURIComponent(text)));
}

function bytesOfBase64(text) {
  return bytesOfBinary(atob(text));
}

function bytesOfBinary(text) {
  var bytes = [];
  for (var i = 0; i < text.length; i++) bytes.push(text.charCodeAt(i));
  return bytes;
}
