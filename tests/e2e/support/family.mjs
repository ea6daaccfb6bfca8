// What the family may ask, worked out from the API's data alone, so that the tests hold on any day of the year.

import { randomUUID } from 'node:crypto';

const day = 24 * 60 * 60 * 1000;

/** "2026-11-23", `days` after `date`. */
export function shift(date, days) {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** Today in the Netherlands. */
export function today() {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
}

/** Monday is 1. */
export function weekday(date) {
  return new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
}

const months = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober',
  'november', 'december'];
const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];

/** "maandag 23 november" */
export function dayName(date) {
  return `${weekdays[weekday(date) - 1]} ${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`;
}

/** "november 2026" of "2026-11" or a day in it. */
export function monthName(date) {
  return `${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** "2026-12" for "2026-11" and 1. */
export function shiftMonth(month, by) {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

async function get(page, path) {
  const answer = await page.request.get(new URL(`/api${path}`, page.url()).href);
  if (!answer.ok()) {
    throw new Error(`${path}: ${answer.status()}`);
  }
  return answer.json();
}

/** All that the API says about the family of the page's session, around the day `on`. */
export async function readFamily(page, on = today()) {
  const from = shift(on, -40);
  const to = shift(on, 120);
  const [family, places, book, occupancy] = await Promise.all([
    get(page, '/family'), get(page, '/locations'), get(page, '/rules'), get(page, `/occupancy?from=${from}&to=${to}`),
  ]);
  return { ...family, ...places, rules: book.versions, blocks: occupancy.blocks };
}

export async function readRequests(page) {
  return (await get(page, '/change-requests')).requests;
}

function isOn(kind, date, data) {
  const inHoliday = data.schoolHolidays.some(({ first, last }) => first <= date && date <= last);
  return kind === 'every' || (kind === 'school-holiday') === inHoliday;
}

function contractOn(data, child, date) {
  return data.contracts.find((contract) =>
    contract.childId === child.id && contract.start <= date && (!contract.end || date <= contract.end));
}

export function isClosed(data, date, location) {
  return data.closures.some((closure) =>
    closure.date === date && (!closure.locationId || closure.locationId === location));
}

function openTimes(list, date, data) {
  return list.filter((each) => each.weekday === weekday(date) && isOn(each.days, date, data));
}

function overlaps(a, b) {
  return a.start < b.end && b.start < a.end;
}

/** The newest rules that have begun: of the contract's type where there are any, else of all types. */
function rulesOn(data, contract, date) {
  const inForce = data.rules.filter((rules) => rules.locationId === contract.locationId &&
    rules.careType === contract.careType && rules.validFrom <= date);
  const own = inForce.filter(({ contractType }) => contractType === contract.contractType);
  const candidates = own.length > 0 ? own : inForce.filter(({ contractType }) => !contractType);
  return candidates.sort((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1);
}

/** The child's offer on `date`, with its slots and hours of that day; null where there is none or it is closed. */
export function offerOn(data, child, date) {
  const contract = contractOn(data, child, date);
  const offer = contract && data.locations.find((each) =>
    each.locationId === contract.locationId && each.careType === contract.careType);
  if (!offer || isClosed(data, date, offer.locationId)) {
    return null;
  }
  return {
    ...offer,
    rules: rulesOn(data, contract, date),
    slots: openTimes(offer.slots, date, data),
    openingHours: openTimes(offer.openingHours, date, data),
    care: data.blocks.filter((block) => block.childId === child.id && block.date === date),
  };
}

/**
 * Extra care that every rule allows: far enough ahead for any notice, the child elsewhere at that time. Each child and
 * day once; `free`: of an organisation's places with free times (true) or with slots (false).
 */
export function possibleWishes(data, { free = false, from = 14, to = 60, on = today() } = {}) {
  const wishes = [];
  for (let ahead = from; ahead <= to; ahead += 1) {
    const date = shift(on, ahead);
    for (const child of data.children) {
      const offer = offerOn(data, child, date);
      if (!offer || offer.rules.extra.freeTimes !== free) {
        continue;
      }
      const times = free ? offer.openingHours : offer.slots;
      const time = times.find((each) => !offer.care.some((block) => overlaps(block, each)));
      if (time) {
        wishes.push({ child, date, slot: time.name ?? '', start: time.start, end: time.end, offer });
      }
    }
  }
  return wishes;
}

const seedRule = 'U krijgt geen geld terug voor extra uren. U kunt ze ook niet ruilen met andere dagen.';

/** Stores a request as the client does, past the screens. */
export function ask(page, wish, { key = randomUUID(), childId = wish.child.id, ruleText = seedRule } = {}) {
  return page.request.post(new URL('/api/change-requests', page.url()).href, {
    headers: { 'Idempotency-Key': key, 'Content-Type': 'application/json' },
    data: { wishes: [{ kind: 'extra', childId, date: wish.date, start: wish.start, end: wish.end, payment: 'invoice', ruleText }] },
  });
}
