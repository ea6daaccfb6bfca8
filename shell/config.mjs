// What an organisation decides about its portal in config.json. ./dev package checks such a file by the same rules.

const isText = (value, most) => typeof value === 'string' && value.trim() !== '' && value.length <= most;

/** Below /api of the page's own origin, which the service worker leaves alone, or another origin's address. */
function isApi(value) {
  return isText(value, 200)
    && (/^\/api(\/[\w.-]+)*$/.test(value) || /^https?:\/\/[a-z0-9.-]+(:\d+)?(\/[\w.-]+)*$/.test(value));
}

function isContact(value) {
  const known = { email: /^[^\s@]+@[^\s@]+$/, phone: /^\+?[\d\s()-]{5,20}$/ };
  return value !== null && typeof value === 'object'
    && Object.entries(value).every(([key, text]) => isText(text, 100) && known[key]?.test(text));
}

const fields = {
  apiBase: isApi,
  organisation: (value) => isText(value, 60),
  accent: (value) => /^#[0-9a-fA-F]{6}$/.test(value),
  logo: (value) => isText(value, 200) && /^\/[\w./-]+\.(svg|png|webp)$/.test(value),
  languages: (value) => Array.isArray(value) && value.length > 0 && new Set(value).size === value.length
    && value.every((language) => language === 'nl' || language === 'en'),
  contact: isContact,
};

/**
 * The settings of `value`, the content of config.json, each in a form that can be used, and the names of those that
 * cannot: they are left out.
 */
export function readConfig(value) {
  const config = { apiBase: '/api', languages: ['nl', 'en'] };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { config, faults: ['config.json'] };
  }
  const faults = [];
  for (const [key, setting] of Object.entries(value)) {
    if (Object.hasOwn(fields, key) && fields[key](setting)) {
      config[key] = setting;
    } else {
      faults.push(key);
    }
  }
  return { config, faults };
}

/** The settings as the client asks for them, one text each: lists by commas, and "contact.email" for what is within. */
export function settingOf(config, path) {
  const setting = path.split('.').reduce((value, key) => value?.[key], config);
  return Array.isArray(setting) ? setting.join() : setting ?? '';
}
