import { expect, it } from 'vitest';
import { byName } from '../../src/text/order.js';

it.each([
  ['en', ['Zola', 'Çlirimi', 'Clark', 'cat'], 'cat Clark Çlirimi Zola'],
  ['sq', ['Drini', 'Dhërmi', 'Çamëria', 'Cakaj', 'Zana'], 'Cakaj Çamëria Drini Dhërmi Zana'],
  ['cs', ['Cheb', 'Hora', 'Čapek', 'Cyril', 'Ivan'], 'Cyril Čapek Hora Cheb Ivan'],
  ['tr', ['Iğdır', 'İzmir', 'Hatay'], 'Hatay Iğdır İzmir'],
  ['fa', ['گرگان', 'کرج', 'پارس', 'بابل'], 'بابل پارس کرج گرگان'],
  ['zh', ['重庆', '北京', '广州'], '北京 重庆 广州'],
  ['xx', ['b', 'a'], 'a b'],
])('sorts names as readers of %s look for them', (lang, names, expected) => {
  expect(names.toSorted(byName(lang)).join(' ')).toBe(expected);
  expect(names.toReversed().toSorted(byName(lang)).join(' ')).toBe(expected);
});
