// The contract as a document: src/api/openapi.yaml, and the schemas in it as validators.

import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

export const DOCUMENT_PATH = new URL('../../../src/api/openapi.yaml', import.meta.url);
export const contract = parse(readFileSync(DOCUMENT_PATH, 'utf8'));

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

// Strict: a misspelt keyword in a schema is an error, not silence. What is around the schemas is named here.
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
addFormats(ajv);
ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components']);
ajv.addSchema({ $id: 'contract', ...contract });

const validateRules = ajv.compile(JSON.parse(readFileSync(new URL('../../../src/api/rules.schema.json', import.meta.url), 'utf8')));

/** What of a rule book is not as rules.schema.json says. */
export function rulesErrors(book) {
  return validateRules(book) ? [] : validateRules.errors;
}

/** Every operation: {method, path, operation, pointer}. */
export const operations = Object.entries(contract.paths).flatMap(([path, item]) => METHODS
  .filter((method) => item[method])
  .map((method) => ({ method: method.toUpperCase(), path, operation: item[method], pointer: `/paths/${escaped(path)}/${method}` })));

export function operationOf(operationId) {
  const found = operations.find(({ operation }) => operation.operationId === operationId);
  if (!found) {
    throw new Error(`no operation ${operationId}`);
  }
  return found;
}

/** The object that a node means, which may be a reference, with the pointer where it stands. */
export function resolved(node, pointer) {
  if (!node.$ref) {
    return { node, pointer };
  }
  const target = node.$ref.slice(1);
  const found = target.slice(1).split('/').reduce((value, part) => value[part.replaceAll('~1', '/')], contract);
  return resolved(found, target);
}

/** What is wrong with a value by the schema at a pointer of the document; empty when nothing is. */
export function errorsOf(value, pointer) {
  const validate = ajv.compile({ $ref: `contract#${encodeURI(pointer)}` });
  return validate(value) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
}

export function escaped(part) {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
