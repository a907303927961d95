/* Light or dark: as the system has it, until somebody chooses. */
(function () {
  'use strict';
  var root = document.documentElement;
  var button = document.querySelector('.theme');
  var system = matchMedia('(prefers-color-scheme: dark)');

  function dark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;
  }

  function name() {
    button.textContent = dark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', dark() ? 'Light colours' : 'Dark colours');
  }

  button.addEventListener('click', function () {
    root.dataset.theme = dark() ? 'light' : 'dark';
    try {
      localStorage.setItem('roomline-theme', root.dataset.theme);
    } catch (blocked) {
      // It then holds for this page only.
    }
    name();
  });
  system.addEventListener('change', name);
  name();
}());
