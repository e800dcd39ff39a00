import type { Config } from '../../model/config.js';
import type { Group } from '../../model/site.js';
import type { FeedView } from '../../model/view.js';
import { FEED_TYPES, type FeedAddress, groupFeeds, siteFeeds } from '../../text/feeds.js';
import { absolute } from '../../text/urls.js';

const view =
  (config: Config, title: string) =>
  ({ format, url }: FeedAddress): FeedView => ({
    title,
    url: absolute(config.url, url),
    type: FEED_TYPES[format],
  });

/** What every page says of the site's feeds. */
export const siteFeedViews = (config: Config): FeedView[] =>
  siteFeeds(config).map(view(config, config.title));

/** What the front of a section, tag, author or series says of its own. */
export const groupFeedViews = (config: Config, group: Group): FeedView[] =>
  groupFeeds(config, group).map(view(config, `${group.name} – ${config.title}`));
