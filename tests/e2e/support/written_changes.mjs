// Changes that a parent can write, each a different one: how it is written on the screens, and how often the server has it.

import { offerOn, possibleWishes, readFamily, shift } from './family.mjs';
import { text } from './texts.mjs';

const dialogOf = (page) => page.getByRole('dialog');
const saveIn = (area) => area.getByRole('button', { name: 'Opslaan', exact: true });

async function choose(area, role, name) {
  const choice = area.getByRole(role, { name });
  if (await choice.count() > 0) {
    await choice.first().check();
  }
}

/**
 * The child of that name and no other: a form that opened while the device's clock was days off may have chosen one, as
 * the parent sees.
 */
async function chooseChild(dialog, firstName) {
  const children = dialog.getByRole('group', { name: text('change.child'), exact: true });
  await choose(children, 'checkbox', new RegExp(`^${firstName}$`));
  const chosen = await children.getByRole('checkbox', { checked: true })
    .evaluateAll((boxes) => boxes.map(({ labels }) => labels[0].textContent));
  for (const other of chosen.filter((name) => name !== firstName)) {
    await children.getByRole('checkbox', { name: other, exact: true }).uncheck();
  }
}

/** Whether `request` is the one that `change` asks for. */
export function isOf(request, change) {
  return request.kind === change.kind && request.childId === change.child && request.date === change.date;
}

/** A request for a day: over the calendar. */
function request(kind, form, { child, date, ...more }, fill) {
  return {
    name: `${kind} ${child.firstName} ${date}`,
    of: `${child.id} ${date}`,
    kind,
    child: child.id,
    path: `/wijziging/${date}/${form}`,
    form: '[role="dialog"]',
    fill: async (page) => {
      await page.locator('[role="dialog"] form').waitFor();
      return (await fill(dialogOf(page))) ?? saveIn(dialogOf(page));
    },
    count: ({ requests }) => requests.filter((each) => isOf(each, { kind, child: child.id, date })).length,
    date,
    ...more,
  };
}

function extra(wish, way) {
  return request('extra', 'extra', wish, async (dialog) => {
    await saveIn(dialog).waitFor();  // with it comes the rest of the form
    await choose(dialog, 'radio', new RegExp(`^${wish.child.firstName}$`));
    if (wish.offer.rules.extra.freeTimes) {
      await dialog.getByLabel('Van', { exact: true }).fill(wish.start);
      await dialog.getByLabel('Tot', { exact: true }).fill(wish.end);
    } else {
      await dialog.getByRole('radio', { name: new RegExp(`${wish.start}–${wish.end}`) }).first().check();
    }
    await dialog.getByRole('radiogroup', { name: text('change.way') }).waitFor();
    await choose(dialog, 'radio', way);
  });
}

function swap(wish) {
  return request('swap', 'ruilen', wish, async (dialog) => {
    await dialog.getByRole('radio', { name: new RegExp(`${wish.start}–${wish.end}`) }).first().check();
    const given = dialog.getByRole('combobox', { name: text('change.given') });
    await given.selectOption({ index: 1 });
    await saveIn(dialog).waitFor();
  });
}

function absence(block) {
  return request('absence', 'afmelden', block, async (dialog) => {
    await saveIn(dialog).waitFor();
    await chooseChild(dialog, block.child.firstName);
    await choose(dialog, 'radio', 'Vakantie');
  });
}

function sick(block) {
  return request('sick', 'ziek', block, async (dialog) => {
    const { firstName } = block.child;
    const atOnce = dialog.getByRole('button', { name: text('change.report_sick', { child: firstName }), exact: true });
    await atOnce.or(saveIn(dialog)).first().waitFor();
    if (await atOnce.count() > 0) {
      return atOnce;
    }
    await chooseChild(dialog, firstName);  // the others are ill: only this one is expected
    return saveIn(dialog);
  });
}

/** An edit of a record's field: what is written is nowhere else. `url` is the record's of the API. */
function edit({ id: subject, path, url }, label, value) {
  return {
    name: `${label} of ${subject} ${value}`,
    of: value,
    kind: 'edit',
    record: `${label} of ${subject}`,
    path,
    url,
    form: '#mirror main form',
    fill: async (page) => {
      const field = page.getByRole('textbox', { name: label, exact: true });
      await field.fill(value);
      if (await field.inputValue() !== value) {
        await field.fill(value);  // the record came while it was written: a parent sees that, and corrects it
      }
      return page.getByRole('button', { name: 'Pas aan', exact: true });
    },
    count: ({ changes }) => changes.filter(({ newValue }) => newValue === value).length,
  };
}

/** A person to call: nothing but its key tells a second one from the same one again. */
function contact(child, value) {
  return {
    name: `contact of ${child.firstName} ${value}`,
    of: value,
    kind: 'contact',
    path: `/stamgegevens/noodpersonen/${child.id}/nieuw`,
    form: '#mirror main form',
    fill: async (page) => {
      await page.getByRole('textbox', { name: 'Naam', exact: true }).fill(value);
      await page.getByRole('textbox', { name: text('record.field.relation'), exact: true }).fill('tante');
      await page.getByRole('textbox', { name: text('record.field.phone'), exact: true }).fill('0611112222');
      return saveIn(page);
    },
    count: ({ contacts }) => contacts.filter(({ fields }) => fields.name.value === value).length,
  };
}

const byInvoice = /^Op de factuur/;
const byCredit = /^Met tegoed/;

/** All requests that the rules allow on `today`, by kind. `reader` has a context's `request` and `url()`. */
export async function possibleChanges(reader, today) {
  const data = await readFamily(reader, today);
  const childOf = (id) => data.children.find((child) => child.id === id);
  const care = data.blocks.filter(({ date, state }) => date >= shift(today, 10) && date <= shift(today, 60) && state === 'contract')
    .map(({ childId, date }) => ({ child: childOf(childId), date }))
    .filter(({ child, date }) => offerOn(data, child, date));
  const slots = possibleWishes(data, { on: today, to: 40 });
  return {
    children: data.children,
    extra: [...slots, ...possibleWishes(data, { free: true, on: today, to: 40 })],
    swap: slots,
    absence: care,
    sick: data.blocks.filter(({ date }) => date === today).map(({ childId, date }) => ({ child: childOf(childId), date })),
  };
}

/**
 * `count` changes that do not stand in each other's way, of all kinds. A record is changed again only by a parent with
 * `onePage`: another page may show what was there before, and the server refuses what was not read.
 */
export function chooseChanges(possible, choices, { count, onePage }) {
  const taken = new Set();
  const free = (list) => list.filter(({ child, date }) => !taken.has(child.id) && !taken.has(`${child.id} ${date}`));
  let swapped = false;
  const spending = new Set();  // children whose credit one of the changes uses: there may be none for another
  const records = [
    { id: 'jasmijn', path: '/stamgegevens/ouder/jasmijn', url: '/api/guardians/jasmijn', fields: ['Woonplaats', 'Straat'] },
    ...possible.children.map(({ id }) => ({ id, path: `/stamgegevens/kind/${id}`, url: `/api/children/${id}`,
      fields: ['Dieet', 'Allergieën'] })),
  ];
  const makers = {
    extra: () => {
      const wish = choices.pick(free(possible.extra));
      const way = choices.pick([byInvoice, byCredit]);
      const spent = spending.has(wish.child.id);
      if (way === byCredit) {
        spending.add(wish.child.id);
      }
      return extra(wish, spent ? byInvoice : way);
    },
    absence: () => absence(choices.pick(free(possible.absence))),
    sick: (unused) => sick(choices.pick(free(possible.sick).filter(({ child }) => unused(child)))),
    swap: () => swap(choices.pick(free(possible.swap))),
    edit: (_, index) => {
      const record = onePage ? choices.pick(records) : choices.take(records);
      return edit(record, choices.pick(record.fields), `Tekst ${index}`);
    },
    contact: (_, index) => contact(choices.pick(possible.children), `Tante ${index}`),
  };
  const changes = [];
  while (changes.length < count) {
    const kind = choices.pick(['extra', 'extra', 'absence', 'sick', 'swap', 'edit', 'edit', 'contact']);
    const unused = (child) => !changes.some((change) => change.child === child.id);
    const impossible = (kind === 'swap' && (swapped || taken.has('noor'))) ||
      (kind === 'sick' && !possible.sick.some(({ child }) => !taken.has(child.id) && unused(child))) ||
      (kind === 'absence' && free(possible.absence).length === 0) || (kind === 'extra' && free(possible.extra).length === 0);
    if (!impossible) {
      const change = makers[kind](unused, changes.length);
      changes.push(change);
      // A child that is ill has no other wishes, and the day that a swap gives is of the parent's list.
      taken.add(kind === 'sick' || kind === 'swap' ? change.child : change.of);
      swapped ||= kind === 'swap';
    }
  }
  return changes;
}
