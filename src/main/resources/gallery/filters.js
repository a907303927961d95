/* Search and filters; what is chosen is remembered in the address. */
(function () {
  'use strict';
  var LONGEST = 60;
  var form = document.querySelector('.filters');
  var search = form.elements.q;
  var all = document.querySelector('[data-all]');
  var more = form.querySelector('.more');
  var selects = Array.from(form.querySelectorAll('select'));
  var rooms = Array.from(document.querySelectorAll('main article')).map(function (card) {
    return {
      card: card,
      text: null,
      values: {
        listing: [card.dataset.listing],
        style: [card.dataset.style],
        status: [card.dataset.status],
        cause: [card.dataset.cause],
        check: card.dataset.checks ? card.dataset.checks.split('\n') : ['']
      }
    };
  });
  var names = new Map(rooms.map(function (room) {
    return [room.card.dataset.status, room.card.dataset.statusName];
  }));

  function option(value, text) {
    var made = document.createElement('option');
    made.value = value;
    made.dataset.text = text;
    made.textContent = text;
    return made;
  }

  /* An isolate keeps a text that turns around from turning its count around. */
  function label(facet, value) {
    var text = facet === 'status' ? names.get(value) : value;
    return '\u2068' + (text.length > LONGEST ? text.slice(0, LONGEST) + '…' : text) + '\u2069';
  }

  function fill(select) {
    var facet = select.name;
    var found = new Set(rooms.flatMap(function (room) { return room.values[facet]; }));
    var order = new Intl.Collator(undefined, { numeric: true }).compare;
    var values = Array.from(found).filter(Boolean);
    if (facet !== 'status') values.sort(order);
    select.append(option('', 'All'));
    values.forEach(function (value) { select.append(option(value, label(facet, value))); });
    select.parentElement.hidden = values.length === 0 || found.size < 2;
  }

  function text(room) {
    if (room.text === null) {
      room.text = Array.from(room.card.querySelectorAll('[data-found]'), function (it) {
        return it.textContent;
      }).join('\n').toLowerCase();
    }
    return room.text;
  }

  function chosen(room, words, except) {
    return selects.every(function (select) {
      return select === except || !select.value
        || room.values[select.name].includes(select.value);
    }) && words.every(function (word) { return text(room).includes(word); });
  }

  function count(select, words) {
    var counts = new Map();
    var total = 0;
    rooms.forEach(function (room) {
      if (!chosen(room, words, select)) return;
      total++;
      new Set(room.values[select.name]).forEach(function (value) {
        counts.set(value, (counts.get(value) || 0) + 1);
      });
    });
    Array.from(select.options).forEach(function (it) {
      it.textContent = it.dataset.text + ' (' + (it.value ? counts.get(it.value) || 0 : total) + ')';
    });
  }

  function tell(shown, narrowed) {
    var of = rooms.length === 1 ? '1 room' : rooms.length + ' rooms';
    document.getElementById('shown').textContent = narrowed ? shown + ' of ' + of : of;
    form.querySelector('.clear').hidden = !narrowed;
    document.querySelector('.nothing').hidden = shown > 0 || !narrowed;
    document.querySelectorAll('main section').forEach(function (section) {
      section.hidden = !section.querySelector('article:not([hidden])');
    });
    document.querySelectorAll('[data-figure]').forEach(function (figure) {
      var here = form.elements.status.value === figure.dataset.figure;
      figure.firstElementChild.setAttribute('aria-current', String(here));
    });
  }

  function remember() {
    var kept = new URLSearchParams();
    [search].concat(selects).forEach(function (it) {
      if (it.value) kept.set(it.name, it.value);
    });
    var hash = kept.toString();
    if (hash === location.hash.slice(1) || (!hash && location.hash === '#rooms')) return;
    history.replaceState(null, '', '#' + hash);
    document.querySelectorAll('.pager a').forEach(function (link) { link.hash = hash; });
  }

  function apply() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    rooms.forEach(function (room) {
      room.card.hidden = !chosen(room, words, null);
      if (!room.card.hidden) shown++;
    });
    selects.forEach(function (select) { count(select, words); });
    tell(shown, words.length > 0 || selects.some(function (it) { return it.value; }));
  }

  function recall() {
    if (/^#[^=]+$/.test(location.hash)) return apply();
    var kept = new URLSearchParams(location.hash.slice(1));
    search.value = kept.get('q') || '';
    selects.forEach(function (select) {
      select.value = kept.get(select.name) || '';
      if (select.selectedIndex < 0) select.value = '';
    });
    document.querySelectorAll('.pager a').forEach(function (link) { link.hash = location.hash; });
    if (selects.some(function (it) { return it.value; })) more.setAttribute('aria-expanded', 'true');
    apply();
  }

  function clear() {
    search.value = '';
    selects.forEach(function (select) { select.value = ''; });
    apply();
    remember();
    search.focus();
  }

  selects.forEach(fill);
  more.addEventListener('click', function () {
    more.setAttribute('aria-expanded', String(more.getAttribute('aria-expanded') === 'false'));
  });
  form.addEventListener('input', function () { apply(); remember(); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  document.querySelectorAll('.clear').forEach(function (it) { it.addEventListener('click', clear); });
  all.addEventListener('click', function () { clear(); });
  addEventListener('hashchange', recall);
  recall();
}());
