// The mirror: real, transparent elements over the canvas, kept equal to the client's semantic tree. The client sends
// patches (src/semantics/diff.hpp) as JSON; lengths are in eighths of a CSS pixel.

/** What the client knows by an id: its element, and the label before and the description after it. */
const records = new Map();

const layers = { page: document.getElementById('page'), fixed: document.getElementById('fixed') };

const settled = [];

/** Calls `listener` after each change of the mirror. */
export function onSettled(listener) {
  settled.push(listener);
}

/** The id of the innermost node that `target` lies in, or null. */
export function nodeOf(target) {
  for (let element = target; element instanceof Element; element = element.parentElement) {
    if (records.has(element.id)) {
      return element.id;
    }
  }
  return null;
}

export function elementOf(id) {
  return records.get(id)?.element ?? null;
}

/** What the client and the element agree on as a field's value. */
export function knownValue(id) {
  return records.get(id)?.value;
}

export function rememberValue(id, value) {
  const record = records.get(id);
  if (record) {
    record.value = value;
  }
}

/** Told by input.js: an input method composes text in this field. */
export function setComposing(id, on) {
  const record = records.get(id);
  if (record) {
    record.composing = on;
  }
}

let changing = false;

/** Whether a focus event comes from the mirror's own changes, which are settled when all of them are made. */
export function isChanging() {
  return changing;
}

function partsOf(record) {
  return [record.label, record.element, record.description].filter(Boolean);
}

/** Whether a field's value is a tick rather than a text. */
export function isTicked(element) {
  return element.type === 'checkbox' || element.type === 'radio';
}

function setText(element, text) {
  const first = element.firstChild;
  if (first?.nodeType === Node.TEXT_NODE) {
    if (text === '') {
      first.remove();
    } else if (first.data !== text) {
      first.data = text;
    }
  } else if (text !== '') {
    element.prepend(text);
  }
}

let files = '';

/** Files, which links with the attribute 'download' lead to, are below that address. */
export function setFiles(address) {
  files = address;
}

function setAttributes(element, attributes) {
  for (const name of element.getAttributeNames()) {
    if (!(name in attributes) && name !== 'id' && name !== 'style' && name !== 'class') {
      element.removeAttribute(name);
    }
  }
  for (const [name, wanted] of Object.entries(attributes)) {
    const value = name === 'href' && 'download' in attributes ? files + wanted : wanted;
    if (element.getAttribute(name) !== value) {
      element.setAttribute(name, value);
    }
  }
}

function setLabel(record, text) {
  if (text === '') {
    record.label?.remove();
    record.label = null;
    return;
  }
  if (!record.label) {
    record.label = document.createElement('label');
    record.label.htmlFor = record.element.id;
    record.label.style.left = record.element.style.left;
    record.label.style.top = record.element.style.top;
    record.element.parentNode?.insertBefore(record.label, record.element);
  }
  setText(record.label, text);
}

function setDescription(record, text) {
  if (text === '') {
    record.description?.remove();
    record.description = null;
    return;
  }
  if (!record.description) {
    record.description = document.createElement('span');
    record.description.id = `${record.element.id}-d`;
    record.description.className = 'hint';
    record.element.after(record.description);
  }
  setText(record.description, text);
}

/** DOM truth wins while an input method composes; the client has heard of it and will agree. */
function setValue(record, value) {
  record.value = value;
  const { element } = record;
  if (isTicked(element)) {
    element.checked = value === 'true';
  } else if (element.value !== value && !record.composing) {
    const isSelected = element === document.activeElement && element.value !== '' && element.selectionStart === 0
      && element.selectionEnd === element.value.length;
    element.value = value;
    if (isSelected) {
      element.select();  // what is typed next replaces the new text as it would have the old one
    }
  }
}

function setElement(record, described) {
  setAttributes(record.element, described.attributes);
  setText(record.element, described.text);
  setLabel(record, described.label);
  setDescription(record, described.description);
  if (described.value !== undefined) {
    setValue(record, described.value);
  }
}

function setPlace(record, [x, y, width, height, content, textSize]) {
  const { style } = record.element;
  style.left = `${x / 8}px`;
  style.top = `${y / 8}px`;
  style.width = `${width / 8}px`;
  style.height = `${height / 8}px`;
  style.fontSize = textSize > 0 ? `${textSize / 8}px` : '';
  if (content > 0) {
    style.setProperty('--content', `${content / 8}px`);
  }
  record.element.classList.toggle('sized', textSize > 0);
  if (record.label) {
    record.label.style.left = style.left;
    record.label.style.top = style.top;
  }
}

/** Puts all parts of a node behind the sibling `after`, or first. */
function put(record, parent, after) {
  const container = layers[parent] ?? elementOf(parent);
  const parts = document.createDocumentFragment();
  parts.append(...partsOf(record));
  let next;
  if (after) {
    const previous = records.get(after);
    next = (previous.description ?? previous.element).nextSibling;
  } else {
    next = container.firstChild;
    if (next?.nodeType === Node.TEXT_NODE) {
      next = next.nextSibling;
    }
  }
  container.insertBefore(parts, next);
}

const kinds = {
  remove({ id }) {
    const record = records.get(id);
    for (const inner of record.element.querySelectorAll('[id]')) {
      records.delete(inner.id);
    }
    for (const part of partsOf(record)) {
      part.remove();
    }
    records.delete(id);
  },

  insert({ id, parent, after, element, place }) {
    const record = { element: document.createElement(element.tag), label: null, description: null };
    record.element.id = id;
    setPlace(record, place);
    // A fragment of its own, so that label and description have a parent to be put in.
    document.createDocumentFragment().append(record.element);
    setElement(record, element);
    records.set(id, record);
    put(record, parent, after);
  },

  move({ id, parent, after }) {
    put(records.get(id), parent, after);
  },

  update({ id, element }) {
    setElement(records.get(id), element);
  },

  place({ id, place }) {
    setPlace(records.get(id), place);
  },
};

/** A select shows its value only once it has the option; options come after it. */
function settleSelects() {
  for (const select of document.querySelectorAll('#mirror select')) {
    const value = knownValue(select.id);
    if (value !== undefined && select.value !== value) {
      select.value = value;
    }
  }
}

/** A moved element loses focus, and nobody has to notice. */
function keepFocus(active) {
  if (active !== document.activeElement && active?.isConnected && records.has(active.id)) {
    active.focus({ preventScroll: true });
  }
}

/** Applies one frame's changes. */
export function apply(text) {
  const { title, language, height, modal, patches } = JSON.parse(text);
  const active = document.activeElement;
  const root = document.documentElement;
  document.title = title || document.title;
  root.lang = language || root.lang;
  layers.page.style.height = `${height / 8}px`;
  root.classList.toggle('modal', modal);
  changing = true;
  try {
    for (const patch of patches) {
      kinds[patch.kind](patch);
    }
    settleSelects();
    keepFocus(active);
  } finally {
    changing = false;
  }
  for (const listener of settled) {
    listener();
  }
}

function isInSight(element) {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(document.documentElement);
  const top = parseFloat(style.scrollPaddingTop) || 0;
  const bottom = parseFloat(style.scrollPaddingBottom) || 0;
  const fixed = layers.fixed.contains(element);
  return box.top >= (fixed ? 0 : top) && box.bottom <= innerHeight - (fixed ? 0 : bottom);
}

/** Focuses a node, and scrolls only when it is out of sight. */
export function focus(id) {
  const element = elementOf(id);
  if (!element) {
    return;
  }
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
  }
  element.focus({ preventScroll: true });
  if (!isInSight(element)) {
    element.scrollIntoView({ block: 'nearest' });
  }
}
