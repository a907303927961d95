/* The full view: one room at a time, as large as it is. */
(function () {
  'use strict';
  var dialog = document.getElementById('view');
  var pictures = document.getElementById('view-pictures');
  var mode = document.getElementById('view-mode');
  var shots = [];
  var at = 0;
  /* Until somebody chooses, only pictures of another shape than their photo stand side by side. */
  var chosen = null;

  function part(id) {
    return document.getElementById('view-' + id);
  }

  /* Every render of every room that the filters leave. */
  function collect() {
    return Array.from(document.querySelectorAll('.room:not([hidden])')).flatMap(function (card) {
      var links = card.querySelectorAll('.outputs a');
      return Array.from(links.length ? links : card.querySelectorAll('.open'), function (link) {
        return { card: card, link: link, number: link.dataset.view, of: links.length };
      });
    });
  }

  function figure(kind, word, href, alt) {
    var made = document.createElement('figure');
    var image = document.createElement('img');
    var caption = document.createElement('figcaption');
    made.className = kind;
    caption.textContent = word;
    if (kind === 'after') caption.className = 'mark';
    image.alt = alt;
    image.src = href;
    made.append(image, caption);
    return made;
  }

  /* As the page was told; the card may show it cropped. */
  function size(image) {
    return { width: image.getAttribute('width'), height: image.getAttribute('height') };
  }

  function beside(photo, render) {
    if (chosen !== null) return chosen;
    var ratios = (photo.width / photo.height) / (render.width / render.height);
    return Math.abs(Math.log(ratios)) > 0.05;
  }

  function slider(card) {
    var input = card.querySelector('.split').cloneNode();
    var knob = card.querySelector('.knob').cloneNode();
    input.value = 50;
    return [input, knob];
  }

  function shape(image) {
    var ratio = image.naturalWidth / image.naturalHeight;
    if (!(ratio > 0)) return;
    pictures.style.setProperty('--ratio', ratio);
    pictures.style.setProperty('--widest', Math.max(480, image.naturalWidth * 1.6) + 'px');
  }

  function hang(shot) {
    var photo = shot.card.querySelector('.before img');
    var render = shot.link.querySelector('img') || shot.card.querySelector('.after img');
    var after = figure('after', 'AI-rendered', shot.link.href, render.alt);
    var pair = document.createElement('div');
    var apart = photo && beside(size(photo), size(render));
    pair.className = 'pair' + (photo ? apart ? ' beside' : '' : ' alone');
    if (photo) pair.append(figure('before', 'Before', photo.dataset.full, photo.alt));
    pair.append(after);
    if (photo && !apart) pair.append.apply(pair, slider(shot.card));
    var image = after.firstElementChild;
    pictures.style.setProperty('--ratio', size(render).width / size(render).height);
    image.addEventListener('load', function () { shape(image); });
    pictures.replaceChildren(pair);
    mode.hidden = !photo;
    mode.setAttribute('aria-pressed', String(Boolean(apart)));
  }

  function show(index) {
    at = (index + shots.length) % shots.length;
    var shot = shots[at];
    hang(shot);
    part('over').replaceChildren.apply(part('over'), Array.from(
      shot.card.querySelectorAll(':scope > .over > *'), function (it) { return it.cloneNode(true); }));
    part('title').textContent = shot.card.querySelector('h3').textContent
      + (shot.of > 1 ? ' (' + shot.number + ' of ' + shot.of + ')' : '');
    part('place').textContent = (at + 1) + ' of ' + shots.length;
    part('save').href = shot.link.href;
    var facts = shot.card.querySelector('details').cloneNode(true);
    var open = part('facts').querySelector('details[open]');
    facts.open = Boolean(open);
    part('facts').replaceChildren(facts);
    [-1, 1].forEach(function (step) {
      new Image().src = shots[(at + step + shots.length) % shots.length].link.href;
    });
  }

  function open(link) {
    var card = link.closest('.room');
    shots = collect();
    show(shots.findIndex(function (shot) {
      return shot.card === card && shot.number === link.dataset.view;
    }));
    dialog.showModal();
    part('close').focus();
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('[data-view]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
  dialog.addEventListener('keydown', function (event) {
    if (event.target.matches('input') || event.altKey || event.ctrlKey || event.metaKey) return;
    var step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    show(at + step);
  });
  dialog.addEventListener('click', function (event) {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', function () {
    // The event comes late: the next room may be open by now.
    if (dialog.open) return;
    pictures.replaceChildren();
    shots[at].card.querySelector('.open').scrollIntoView({ block: 'nearest' });
  });
  mode.addEventListener('click', function () {
    chosen = mode.getAttribute('aria-pressed') === 'false';
    hang(shots[at]);
  });
  part('close').addEventListener('click', function () { dialog.close(); });
  part('previous').addEventListener('click', function () { show(at - 1); });
  part('next').addEventListener('click', function () { show(at + 1); });
}());
