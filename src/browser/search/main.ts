import { addressOf, fillForm, offerAuthors, type Question, readForm } from './form.js';
import { indexFiles } from './index-files.js';
import { type Fit, fitting, wordsOf } from './matches.js';
import { type Elements, elements, resultOf } from './page.js';
import { bestFirst, newestFirst, type Search } from './search.js';

/*
 * The page `/search/`. Nothing is fetched before the reader types, chooses or comes with a question in the address.
 */

/** Results that are shown at once. */
const PAGE = 10;
/** Milliseconds without a keystroke after which it is searched. */
const PAUSE = 350;
/** Articles that are looked through before the reader is asked whether to go on: further back, they cost a lot to fetch. */
const FAR = 16_384;

/** What is shown: a search and what was asked. */
interface Shown {
  readonly address: string;
  readonly fits: readonly Fit[];
  readonly search: Search;
}

const found = elements();
if (found !== null) start(found);

function start(page: Elements): void {
  const { form, status, results, more } = page;
  const { data = '', base = '/', busy = '', all = '', some = '', none = '', failed = '' } = form.dataset;
  const further = more.textContent;
  const { older = further } = form.dataset;
  const files = indexFiles(data);
  let shown: Shown | null = null;
  /** Whether the address of this entry of the history is one that the reader is still typing at. */
  let typing = false;
  let timer = 0;

  const say = (text: string): void => {
    if (status.textContent !== text) status.textContent = text;
  };

  /** Says how many there are, and offers what was not shown yet. */
  const sum = ({ search }: Shown): void => {
    const nothing = search.known === 0 && search.whole;
    const text = nothing ? none : search.whole ? all : some;
    say(text.replace('{n}', search.known.toLocaleString(document.documentElement.lang)));
    more.textContent = search.known === 0 ? older : further;
    more.hidden = search.whole && results.children.length >= search.known;
    more.disabled = false;
  };

  /**
   * Shows some more of what a search finds, each as soon as it is found, unless another has begun in the meantime. It
   * stops when the page is full and when it has looked far back.
   */
  const show = async (mine: Shown, focus: boolean): Promise<void> => {
    const { search, fits } = mine;
    const before = results.children.length;
    const far = search.looked + FAR;
    more.disabled = true;
    try {
      do {
        const matches = await search.more(before + PAGE - results.children.length);
        const cards = await Promise.all(matches.map(({ period, article }) => files.card(period, article)));
        if (shown !== mine) return;
        const first = results.children.length === before;
        results.append(...cards.flatMap((card) => (card === null ? [] : [resultOf(page, card, fits, base)])));
        if (focus && first) results.children[before]?.querySelector('a')?.focus();
      } while (results.children.length < before + PAGE && search.looked < far && !search.whole);
      sum(mine);
      // While it was switched off, the button could not keep the focus.
      if (focus && results.children.length === before) more.focus();
    } catch {
      if (shown !== mine) return;
      say(failed);
      more.disabled = false;
      // Asked for again, it is searched again.
      if (results.children.length === 0) shown = null;
    }
  };

  /** Searches for what is asked, unless that is what is shown. */
  const run = (question: Question): void => {
    const address = addressOf(question);
    if (address === shown?.address) return;
    results.replaceChildren();
    more.hidden = true;
    shown = null;
    const words = wordsOf(question.q);
    if (words.length === 0) {
      say('');
      return;
    }
    say(busy);
    const search = question.sort === 'best' ? bestFirst(files, question) : newestFirst(files, question);
    shown = { address, fits: words.map(fitting), search };
    void show(shown, false);
  };

  /** The address says what is asked for, so that it can be shared and gone back to. */
  const note = (question: Question, draft: boolean): void => {
    const address = addressOf(question);
    if (address !== location.search) {
      const target = location.pathname + address;
      if (typing || location.search === '') history.replaceState(null, '', target);
      else history.pushState(null, '', target);
    }
    typing = draft;
  };

  const ask = async (draft: boolean): Promise<void> => {
    clearTimeout(timer);
    const question = await readForm(form, files);
    note(question, draft);
    run(question);
  };

  const follow = async (): Promise<void> => {
    typing = false;
    await fillForm(form, files, location.search);
    run(await readForm(form, files));
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask(false);
  });
  form.addEventListener('input', ({ target }) => {
    clearTimeout(timer);
    if (target instanceof HTMLSelectElement) void ask(false);
    else timer = window.setTimeout(() => void ask(true), PAUSE);
  });
  form.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'author') void offerAuthors(form, files);
  });
  more.addEventListener('click', () => {
    if (shown !== null) void show(shown, true);
  });
  window.addEventListener('popstate', () => void follow());
  if (location.search !== '') void follow();
}
