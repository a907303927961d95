(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');
  try {
    var theme = localStorage.getItem('roomline-theme');
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
  } catch (blocked) {
    // Some browsers keep no memory for files.
  }
}());
