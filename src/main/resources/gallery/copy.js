/* Prompt and seed to the clipboard. */
(function () {
  'use strict';
  function byHand(text) {
    var field = document.createElement('textarea');
    field.value = text;
    field.className = 'aside';
    (document.querySelector('dialog[open]') || document.body).append(field);
    field.select();
    var done = document.execCommand('copy');
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error('not copied'));
  }

  function copy(text) {
    if (!navigator.clipboard) return byHand(text);
    return navigator.clipboard.writeText(text).catch(function () { return byHand(text); });
  }

  function say(button, word) {
    button.textContent = word;
    document.getElementById('said').textContent = word;
    setTimeout(function () { button.textContent = 'Copy'; }, 2000);
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('.copy');
    if (!button) return;
    copy(button.parentElement.querySelector('bdi').textContent).then(
      function () { say(button, 'Copied'); },
      function () { say(button, 'Not copied'); }).then(function () { button.focus(); });
  });
}());
