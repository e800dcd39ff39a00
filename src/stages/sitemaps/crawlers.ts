import type { CrawlerPurpose } from '../../model/machines.js';

/**
 * Names by which programs of AI companies look for themselves in robots.txt, by what they come for, as their operators
 * documented them in November 2026. Ordinary search engines are not in it, nor programs that say that they don't read
 * robots.txt (Google's and Meta's that act for a person on a click). To add one: its line, with the operator's page.
 */
export const CRAWLERS: { readonly [purpose in CrawlerPurpose]: readonly string[] } = {
  training: [
    'AI2Bot', // Ai2: https://allenai.org/crawler
    'Amazonbot', // Amazon: https://developer.amazon.com/amazonbot
    'Applebot-Extended', // Apple, a name only for robots.txt: https://support.apple.com/en-us/119829
    'Bytespider', // ByteDance; undocumented, seen by https://github.com/ai-robots-txt/ai.robots.txt
    'CCBot', // Common Crawl: https://commoncrawl.org/ccbot
    'ClaudeBot', // Anthropic: https://support.claude.com/en/articles/8896518
    'cohere-training-data-crawler', // Cohere; undocumented, seen by https://github.com/ai-robots-txt/ai.robots.txt
    'Diffbot', // Diffbot: https://docs.diffbot.com/docs/why-is-diffbot-crawling-my-site
    'Google-Extended', // Google, a name only for robots.txt: https://developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers
    'GPTBot', // OpenAI: https://developers.openai.com/docs/bots
    'meta-externalagent', // Meta: https://developers.facebook.com/docs/sharing/webmasters/web-crawlers
  ],
  search: [
    'Amzn-SearchBot', // Amazon: https://developer.amazon.com/amazonbot
    'Claude-SearchBot', // Anthropic: https://support.claude.com/en/articles/8896518
    'DuckAssistBot', // DuckDuckGo: https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot
    'meta-webindexer', // Meta: https://developers.facebook.com/docs/sharing/webmasters/web-crawlers
    'OAI-SearchBot', // OpenAI: https://developers.openai.com/docs/bots
    'PerplexityBot', // Perplexity: https://docs.perplexity.ai/guides/bots
  ],
  user: [
    'Amzn-User', // Amazon: https://developer.amazon.com/amazonbot
    'ChatGPT-User', // OpenAI: https://developers.openai.com/docs/bots
    'Claude-User', // Anthropic: https://support.claude.com/en/articles/8896518
    'MistralAI-User', // Mistral: https://docs.mistral.ai/robots
    'Perplexity-User', // Perplexity: https://docs.perplexity.ai/guides/bots
  ],
};
