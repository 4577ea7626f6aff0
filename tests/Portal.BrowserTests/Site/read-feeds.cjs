// Reads the feeds of a folder as programs that follow them do, and prints what they would show.
const fs = require('node:fs');
const path = require('node:path');
const Parser = require('rss-parser');

async function main(folder) {
  const parser = new Parser();
  const feeds = {};
  for (const file of fs.readdirSync(folder)) {
    const feed = await parser.parseString(fs.readFileSync(path.join(folder, file), 'utf8'));
    feeds[path.parse(file).name] = {
      title: feed.title, link: feed.link, feedUrl: feed.feedUrl, updated: feed.lastBuildDate,
      entries: feed.items.map(item => ({ id: item.id, title: item.title, link: item.link, date: item.isoDate, summary: item.summary ?? item.contentSnippet ?? '' })),
    };
  }
  process.stdout.write(JSON.stringify(feeds));
}

main(process.argv[2]);
