import { describe, expect, it } from 'vitest';
import { dirOf, dirOfText } from '../../src/text/lang.js';

describe('direction', () => {
  it.each([
    ['en', 'ltr'],
    ['fa', 'rtl'],
    ['ar-EG', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ur-Latn', 'ltr'],
    ['zh-Hant', 'ltr'],
  ])('of the language %s is %s', (lang, dir) => {
    expect(dirOf(lang)).toBe(dir);
  });

  it.each([
    ['The new website is here', 'ltr'],
    ['I2P 2.9.0 هو إصدار صيانة يتضمن إصلاحات', 'rtl'],
    ['StormyCloud تنضم إلى عائلة I2P رسميا', 'rtl'],
    ['2022', null],
    ['Release of the kernel اليوم', null],
  ])('of the text "%s" is that of most of its letters: %s', (text, dir) => {
    expect(dirOfText(text)).toBe(dir);
  });
});
