/* The slider: a range input over two pictures. */
(function () {
  'use strict';
  function split(input) {
    input.parentElement.style.setProperty('--at', input.value + '%');
    input.setAttribute('aria-valuetext', input.value + ' percent before');
  }

  document.addEventListener('input', function (event) {
    if (event.target.matches('.split')) split(event.target);
  });
  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Enter' || !event.target.matches('.room .split')) return;
    event.preventDefault();
    event.target.parentElement.querySelector('.open').click();
  });
}());
