// Everything that a parent does to the mirror, as the client's events (src/semantics/node.hpp). One listener for each
// kind of event on the whole mirror.

import {
  elementOf, isChanging, isTicked, knownValue, nodeOf, onSettled, rememberValue, setComposing,
} from './mirror.js';

// The order of semantics::EventKind.
const kClick = 0;
const kInput = 1;
const kFocus = 2;
const kBlur = 3;
const kHover = 4;
const kUnhover = 5;
const kPress = 6;
const kRelease = 7;
const kKey = 8;
const kScroll = 9;
const kSwipe = 10;
const kSwipeEnd = 11;

// The order of semantics::Key.
const keys = ['', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Escape'];

const activeParts = 'button, a, input, textarea, select, [tabindex][role="gridcell"]';

const mirror = document.getElementById('mirror');

let wasm = null;

function send(id, kind, { key = 0, amount = 0, speed = 0, visible = false, value = '' } = {}) {
  wasm.event(parseInt(id.slice(1, 9), 16), parseInt(id.slice(9), 16), kind, key, amount, speed, visible ? 1 : 0, value);
}

/** The control that `target` belongs to. */
function controlOf(target) {
  const control = target instanceof Element ? target.closest(activeParts) : null;
  return control && mirror.contains(control) ? control : null;
}

function isDisabled(element) {
  return element.getAttribute('aria-disabled') === 'true' || element.disabled === true;
}

function isTextEntry(element) {
  return (element.tagName === 'INPUT' && !isTicked(element)) || element.tagName === 'TEXTAREA';
}

// ---- Activation -----------------------------------------------------------------------------------------------------

/** Since the last press: a drag that turned into a swipe is not a click on what was under the finger. */
let wasSwipe = false;

function onClick(event) {
  const control = controlOf(event.target);
  if (!control) {
    return;
  }
  if (isDisabled(control) || (wasSwipe && event.detail > 0)) {
    wasSwipe = false;
    event.preventDefault();
    return;
  }
  if (isTextEntry(control) || isTicked(control) || control.tagName === 'SELECT') {
    return;  // these speak by input and change
  }
  if (control.tagName === 'A') {
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (elsewhere || control.hasAttribute('download') || control.target !== '') {
      return;
    }
    event.preventDefault();
  }
  if (control.type === 'submit' && control.form) {
    return;  // the form's submit event follows
  }
  send(control.id, kClick);
}

/** Enter in a field, the button itself, or a password manager: one click on the form's button. */
function onSubmit(event) {
  event.preventDefault();
  const form = event.target;
  const button = event.submitter ?? form.querySelector('[type="submit"]');
  if (!button || isDisabled(button)) {
    return;
  }
  for (const field of form.elements) {
    catchUp(field);
  }
  send(button.id, kClick);
}

// ---- Fields ---------------------------------------------------------------------------------------------------------

/** Tells the client a field's value, if it does not know it: some password managers write it silently. */
function catchUp(field) {
  if ((isTextEntry(field) || field.tagName === 'SELECT') && nodeOf(field) === field.id
      && knownValue(field.id) !== field.value) {
    rememberValue(field.id, field.value);
    send(field.id, kInput, { value: field.value });
  }
}

function onInput(event) {
  catchUp(event.target);
}

function onChange(event) {
  const field = event.target;
  if (isTicked(field) && nodeOf(field) === field.id) {
    rememberValue(field.id, String(field.checked));
    send(field.id, kClick);
  } else {
    catchUp(field);
  }
}

// ---- Focus ----------------------------------------------------------------------------------------------------------

let focused = null;
let focusVisible = false;

function onFocusIn(event) {
  if (isChanging() || nodeOf(event.target) !== event.target.id) {
    return;
  }
  focused = event.target.id;
  focusVisible = event.target.matches(':focus-visible');
  send(focused, kFocus, { visible: focusVisible });
}

function onFocusOut(event) {
  // The mirror's own removals and moves are settled by checkFocus.
  if (focused !== null && event.target.id === focused && !isChanging()) {
    blur();
  }
}

function blur() {
  const id = focused;
  focused = null;
  send(id, kBlur);
}

/** A key press shows the ring that a mouse click left out. */
function onKeyUp() {
  const element = focused && elementOf(focused);
  if (element && element.matches(':focus-visible') !== focusVisible) {
    focusVisible = !focusVisible;
    send(focused, kFocus, { visible: focusVisible });
  }
}

function checkFocus() {
  if (focused !== null && elementOf(focused) !== document.activeElement) {
    blur();
  }
}

// ---- Pointer --------------------------------------------------------------------------------------------------------

let hovered = null;
let pressed = null;

function hover(id) {
  if (id === hovered) {
    return;
  }
  if (hovered !== null && elementOf(hovered)) {
    send(hovered, kUnhover);
  }
  hovered = id;
  if (id !== null) {
    send(id, kHover);
  }
}

function release() {
  if (pressed !== null && elementOf(pressed)) {
    send(pressed, kRelease);
  }
  pressed = null;
}

function onPointerOver(event) {
  if (event.pointerType !== 'touch') {
    hover(controlOf(event.target)?.id ?? null);
  }
}

/** The topmost modal dialog when `target` lies outside of it. */
function modalBeside(target) {
  const modal = [...mirror.querySelectorAll('[aria-modal="true"]')].pop();
  return modal && !modal.contains(target) ? modal : null;
}

let pressedBeside = null;

function onPointerDown(event) {
  wasSwipe = false;
  pressedBeside = modalBeside(event.target);
  const control = controlOf(event.target);
  if (control && event.isPrimary && event.button === 0 && !isDisabled(control)) {
    release();
    pressed = control.id;
    send(pressed, kPress);
  }
  startSwipe(event);
}

/** A tap beside a dialog, where everything is inert, closes it as Escape does. */
function onClickAnywhere(event) {
  const modal = modalBeside(event.target);
  if (modal && modal === pressedBeside) {
    send(modal.id, kKey, { key: keys.indexOf('Escape') });
  }
  pressedBeside = null;
}

// ---- Swipes ---------------------------------------------------------------------------------------------------------

const kSlop = 10;  // CSS pixels before a touch counts as a drag
let swipe = null;

function startSwipe(event) {
  const area = event.target instanceof Element ? event.target.closest('[data-swipe]') : null;
  if (event.pointerType !== 'touch' || !event.isPrimary) {
    swipe = null;
    return;
  }
  swipe = area && { id: area.id, pointer: event.pointerId, x: event.clientX, y: event.clientY, on: false, trail: [] };
}

function onPointerMove(event) {
  if (!swipe || event.pointerId !== swipe.pointer) {
    return;
  }
  const dx = event.clientX - swipe.x;
  const dy = event.clientY - swipe.y;
  if (!swipe.on) {
    if (Math.abs(dy) > kSlop && Math.abs(dy) > Math.abs(dx)) {
      swipe = null;
      return;
    }
    if (Math.abs(dx) < kSlop) {
      return;
    }
    swipe.on = true;
    release();
  }
  swipe.trail = [...swipe.trail.filter((point) => event.timeStamp - point.time < 100), { time: event.timeStamp, dx }];
  send(swipe.id, kSwipe, { amount: dx });
}

function endSwipe(event, cancelled) {
  release();
  if (!swipe || event.pointerId !== swipe.pointer) {
    return;
  }
  if (swipe.on && elementOf(swipe.id)) {
    const first = swipe.trail[0];
    const last = swipe.trail[swipe.trail.length - 1];
    const time = (last.time - first.time) / 1000;
    const speed = time > 0 ? (last.dx - first.dx) / time : 0;
    wasSwipe = true;
    send(swipe.id, kSwipeEnd, cancelled ? {} : { amount: event.clientX - swipe.x, speed });
  }
  swipe = null;
}

// ---- Keys -----------------------------------------------------------------------------------------------------------

function onKeyDown(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
    return;
  }
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.key === 'Escape') {
    onEscape(event, target);
  } else if (event.key === 'Enter' || event.key === ' ') {
    pressCell(event, target);
  } else if (keys.indexOf(event.key) > 0) {
    onArrow(event, target);
    keepPageStill(event, target);
  }
}

function onEscape(event, target) {
  const modals = mirror.querySelectorAll('[aria-modal="true"]');
  const taker = target.closest('[data-keys], [aria-modal="true"]') ?? modals[modals.length - 1];
  if (taker && nodeOf(taker) === taker.id) {
    event.preventDefault();
    send(taker.id, kKey, { key: keys.indexOf('Escape') });
  }
}

/** A cell of a grid has no activation of its own, as a button has. */
function pressCell(event, target) {
  if (target.matches('[tabindex][role="gridcell"]') && mirror.contains(target)) {
    event.preventDefault();
    if (!event.repeat && !isDisabled(target)) {
      send(target.id, kClick);
    }
  }
}

function onArrow(event, target) {
  const keepsArrows = isTextEntry(target) || target.tagName === 'SELECT' || target.type === 'radio';
  const taker = keepsArrows || event.shiftKey ? null : target.closest('[data-keys]');
  if (taker && mirror.contains(taker)) {
    event.preventDefault();
    send(taker.id, kKey, { key: keys.indexOf(event.key) });
  }
}

// ---- The page under a dialog ----------------------------------------------------------------------------------------

/** As an ordinary page (plain.css) the dialog is a part of what scrolls. */
function isModalOpen() {
  return document.documentElement.classList.contains('modal')
    && !matchMedia(document.getElementById('plain').media).matches;
}

/** Whether something around `target` scrolls by itself. */
function scrollsItself(target) {
  const scroller = target instanceof Element ? target.closest('[data-scroll]') : null;
  return scroller !== null && scroller.scrollHeight > scroller.clientHeight;
}

function onWheel(event) {
  if (isModalOpen() && !event.ctrlKey && !scrollsItself(event.target)) {
    event.preventDefault();
  }
}

const scrollingKeys = ['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

function keepPageStill(event, target) {
  const takesKeys = isTextEntry(target) || target.tagName === 'SELECT' || isTicked(target);
  if (isModalOpen() && scrollingKeys.includes(event.key) && !takesKeys && !scrollsItself(target)) {
    event.preventDefault();
  }
}

// ---- Start ----------------------------------------------------------------------------------------------------------

function onScroll(event) {
  if (event.target instanceof Element && event.target.hasAttribute('data-scroll')) {
    send(event.target.id, kScroll, { amount: event.target.scrollTop });
  }
}

/** Starts to listen; `exports` are the client's functions. */
export function listen(exports) {
  wasm = exports;
  mirror.addEventListener('click', onClick);
  mirror.addEventListener('submit', onSubmit);
  mirror.addEventListener('input', onInput);
  mirror.addEventListener('change', onChange);
  mirror.addEventListener('compositionstart', (event) => setComposing(event.target.id, true));
  mirror.addEventListener('compositionend', (event) => setComposing(event.target.id, false));
  mirror.addEventListener('focusin', onFocusIn);
  mirror.addEventListener('focusout', onFocusOut);
  mirror.addEventListener('scroll', onScroll, { capture: true, passive: true });
  document.addEventListener('pointerover', onPointerOver);
  document.documentElement.addEventListener('pointerleave', () => hover(null));
  document.addEventListener('pointerdown', onPointerDown);
  document.addEventListener('pointermove', onPointerMove, { passive: true });
  document.addEventListener('pointerup', (event) => endSwipe(event, false));
  document.addEventListener('pointercancel', (event) => endSwipe(event, true));
  document.addEventListener('click', onClickAnywhere);
  document.addEventListener('keydown', onKeyDown);
  document.addEventListener('wheel', onWheel, { passive: false });
  document.addEventListener('keyup', onKeyUp);
  onSettled(checkFocus);
}
