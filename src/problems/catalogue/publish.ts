import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/publish.ts`. */
export const publish: readonly CatalogueEntry[] = [
  {
    code: 'build-running',
    severity: 'error',
    title: 'Another build is running',
    explanation:
      'One build at a time may publish a site. The lock `.dateline/lock` names the process that holds it; a lock that a crash left behind is noticed and taken over.',
    example: '$ dateline build & dateline build',
    cure: 'Wait for the other build. Where its machine is another one and is gone for good, remove `.dateline/lock`.',
  },
  {
    code: 'lock-lost',
    severity: 'error',
    title: 'The lock was taken away during the build',
    explanation:
      'Somebody removed or replaced `.dateline/lock` while this build was running, so that it could no longer be sure to be alone.',
    example: '$ dateline build & rm .dateline/lock; dateline build',
    cure: 'Build again.',
  },
  {
    code: 'output-occupied',
    severity: 'error',
    title: "A stranger's file stands where a page must go",
    explanation:
      'Dateline replaces and removes only files that it put into the output folder itself; the manifest says which. A file with the same bytes is no obstacle.',
    example: '$ echo hello > public/index.html; dateline build',
    cure: 'Move the file to `content/static/` if it belongs to the site, else away.',
  },
  {
    code: 'output-folder-occupied',
    severity: 'error',
    title: "A stranger's folder stands where a file must go",
    explanation: 'The folder holds files that Dateline did not put there, and it removes no strangers.',
    example: '$ mkdir public/feed.xml; touch public/feed.xml/x; dateline build',
    cure: 'Move the folder away.',
  },
  {
    code: 'output-needs-folder',
    severity: 'error',
    title: "A stranger's file stands where a folder must go",
    explanation:
      "Pages are files in folders, and a file of the folder's name that Dateline did not put there is in the way.",
    example: '$ echo hello > public/sport; dateline build',
    cure: 'Move the file away.',
  },
  {
    code: 'output-through-link',
    severity: 'error',
    title: 'A symbolic link inside the output folder',
    explanation:
      'A link could lead what Dateline writes out of the output folder. The output folder itself may be a link; below it Dateline follows none.',
    example: '$ ln -s /var/www/old public/media; dateline build',
    cure: 'Remove the link, or build with `--out` to the folder that you mean.',
  },
  {
    code: 'output-name-too-long',
    severity: 'error',
    title: 'An address is too long for a file name',
    explanation:
      'Each part of an address becomes a folder, and file systems hold 255 bytes in one name. In UTF-8 a letter of most scripts takes two or three.',
    example: '---\ntitle: A headline of three hundred letters …\n---',
    cure: '---\ntitle: A headline of three hundred letters …\nslug: a-short-name\n---',
  },
  {
    code: 'output-unsafe',
    severity: 'error',
    title: 'An output would leave the output folder',
    explanation:
      'No output may be outside of the output folder or have a name that systems read in different ways.',
    example: 'aliases: [/../secret/]',
    cure: 'aliases: [/secret/]',
  },
  {
    code: 'output-file-and-folder',
    severity: 'error',
    title: 'A file and a folder have one name',
    explanation:
      'One output is a file and another lies in a folder of the same name; a disk can hold only one of the two.',
    example: 'content/static/sport\ncontent/articles/sport/final.md',
    cure: 'Rename the file in `content/static/`.',
  },
  {
    code: 'output-case-clash',
    severity: 'warning',
    title: 'Two outputs differ only in capital letters',
    explanation:
      'macOS and Windows usually do not tell `News` from `news`. Told only where the disk is like that; on other disks both files are there.',
    example: 'content/static/News/index.html\ncontent/static/news/index.html',
    cure: 'Rename one of them.',
  },
  {
    code: 'output-folder-unsuitable',
    severity: 'error',
    title: 'This folder can not be the output folder',
    explanation:
      "The output folder must not hold the site's own content, templates or state, nor be inside of them.",
    example: '$ dateline build --out .',
    cure: '$ dateline build --out public',
  },
  {
    code: 'delta-not-empty',
    severity: 'error',
    title: 'The folder for changed files is not empty',
    explanation:
      'With `--delta` the added and changed files are copied into a folder of their own, for an upload. Old files there would be taken for new ones.',
    example: '$ dateline build --delta upload   # twice',
    cure: '$ rm -r upload; dateline build --delta upload',
  },
  {
    code: 'delta-failed',
    severity: 'error',
    title: 'The changed files could not be copied',
    explanation:
      'The site is published. Only the copy of what has changed, which `--delta` asks for, is not complete: it has no `manifest.json`, which is written last. The next `--delta` compares with the same edition as this one.',
    example: '$ dateline build --delta /mnt/small-disk/upload',
    cure: '$ dateline build --delta /mnt/larger-disk/upload   # has what is missing there',
  },
  {
    code: 'delta-folder-unsuitable',
    severity: 'error',
    title: 'This folder can not be the folder for changed files',
    explanation:
      'The folder of `--delta` must not hold the site or its output, nor be part of them: in `public/` it would be published, in `content/` it would be read as articles.',
    example: '$ dateline build --delta public/upload',
    cure: '$ dateline build --delta upload',
  },
  {
    code: 'disk-full',
    severity: 'error',
    title: 'The disk is full',
    explanation:
      'The new files are complete on the disk before the first one is put in its place, so a full disk changes nothing.',
    example: '$ df -h .   # 100%',
    cure: 'Free some space and build again.',
  },
  {
    code: 'not-writable',
    severity: 'error',
    title: 'A folder can not be written',
    explanation:
      'The output folder or `.dateline/` belongs to another user, is read-only, or is on a disk that is mounted read-only.',
    example: '$ chmod a-w public; dateline build',
    cure: '$ chmod u+w public; dateline build',
  },
  {
    code: 'too-many-open-files',
    severity: 'error',
    title: 'Too many open files',
    explanation:
      'Dateline keeps few files open, but Node opens up to two hundred at once while it loads a program. This comes from a very low limit or from other programs of the same user. Below about twenty Node itself does not start, and says so in its own words.',
    example: '$ ulimit -n 32; dateline build',
    cure: '$ ulimit -n 4096; dateline build',
  },
  {
    code: 'publish-failed',
    severity: 'error',
    title: 'The system refused to write',
    explanation:
      'Something else than space or permission stopped the build from writing its files; the message says what the system said.',
    example: 'Nothing was published, because the system said: EIO: i/o error, write.',
    cure: 'See to the disk and build again.',
  },
  {
    code: 'clock-behind',
    severity: 'warning',
    title:
      'Published stories are taken off, because by this build’s time they are yet to come: is its clock right?',
    explanation:
      'Three or more stories, or all there are, are published and have a date or embargo after the time of this build. A machine’s clock that went back, or a forgotten `--now`, takes them off the site. `severity: { clock-behind: error }` lets no such build through.',
    example: 'dateline build --now 1970-01-01T00:00:00Z',
    cure: 'dateline build',
  },
  {
    code: 'publish-unfinished',
    severity: 'error',
    title: 'A publish could not be finished',
    explanation:
      'After all files were ready something kept some of them from their places: a folder that was put there meanwhile, a permission that was taken away. The journal keeps what is left to do.',
    example: '$ chmod a-w public   # while the build publishes',
    cure: 'Mend the cause and run any Dateline command.',
  },
  {
    code: 'publish-finished',
    severity: 'warning',
    title: 'An interrupted publish was finished',
    explanation:
      'A build was killed after its new site was complete but before all of it was in place. The next command has put the rest there. A folder of `--delta` that it had to fill is filled by the next build that has the flag.',
    example: '$ dateline build & sleep 2; kill -9 $!',
    cure: 'Nothing.',
  },
];
