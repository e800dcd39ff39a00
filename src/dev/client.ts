export const EVENTS = '/_dateline/events';

/**
 * The script at the end of every page: loads the page again when it changed (browsers keep the place on it), and
 * swaps style sheets without loading. `edition` is that of the page, so that nothing is missed between two connections.
 */
export const client = (edition: string): string => `
<script>
{
  const events = new EventSource('${EVENTS}?page=' + encodeURIComponent(location.pathname));
  events.addEventListener('edition', ({ data }) => data === '${edition}' || location.reload());
  events.addEventListener('page', () => location.reload());
  events.addEventListener('styles', ({ data }) => {
    for (const link of document.querySelectorAll('link[rel~=stylesheet]')) {
      const url = new URL(link.href);
      if (url.origin !== location.origin) continue;
      url.searchParams.set('edition', data);
      const next = link.cloneNode();
      next.href = url.href;
      next.onload = next.onerror = () => link.remove();
      link.after(next);
    }
  });
  addEventListener('pagehide', () => events.close());
}
</script>
`;
