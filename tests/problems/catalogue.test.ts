import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AREAS, CATALOGUE } from '../../src/problems/catalogue/index.js';

const folder = new URL('../../src/problems/', import.meta.url);

/** Codes with their severities, as they stand in the sources of an area. */
function codesIn(file: string): { code: string; severity: string | undefined }[] {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return [...text.matchAll(/code: '([^']+)',(?:\s*severity: '(error|warning)',)?/g)].map(
    ([, code, severity]) => ({
      code: code ?? '',
      severity,
    }),
  );
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts') && !file.startsWith('catalogue/'));

/** An area is a file, or a folder of them. */
const made = files.flatMap((file) =>
  codesIn(file).map((found) => ({ ...found, file, area: file.replace(/\/.*|\.ts$/, '') })),
);

describe('the catalogue of problems', () => {
  it('explains every code that Dateline can give, and no other', () => {
    expect([...CATALOGUE.keys()].sort()).toEqual([...new Set(made.map(({ code }) => code))].sort());
  });

  it('explains each in its own area, with the severity that it has', () => {
    const explained = AREAS.flatMap((area) =>
      area.entries.map(({ code, severity }) => `${area.name} ${code} ${severity}`),
    );
    const told = made.map(
      ({ area, code, severity = CATALOGUE.get(code)?.severity }) => `${area} ${code} ${severity}`,
    );
    expect(explained.sort()).toEqual([...new Set(told)].sort());
  });

  it('explains each in the file of the same name', () => {
    const homes = [...new Set(made.map(({ file }) => file))];
    expect(homes.length).toBeGreaterThan(30);
    for (const home of homes) {
      const told = made.filter(({ file }) => file === home).map(({ code }) => code);
      const explained = codesIn(`catalogue/${home}`).map(({ code }) => code);
      expect(explained.sort(), home).toEqual([...new Set(told)].sort());
    }
  });

  it('has one entry for each code, written in kebab-case', () => {
    const codes = AREAS.flatMap((area) => area.entries.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('says in every entry what it means, what causes it and what mends it', () => {
    for (const entry of CATALOGUE.values()) {
      for (const text of [entry.title, entry.explanation, entry.example, entry.cure]) {
        expect(text.trim(), entry.code).not.toBe('');
      }
      expect(entry.title, entry.code).not.toMatch(/\.$/);
      expect(entry.explanation, entry.code).toMatch(/[.)”]$/);
    }
  });
});
