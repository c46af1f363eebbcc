// Which pages there are: those to which links from the first lead.

// Of pages that differ by an identifier or by several parameters, so many are looked at; of those that differ by one parameter, one.
const OF_A_SHAPE = 2;

/**
 * All places that links lead to from `/`, a few of each shape, with the status that each answers. New pages are found by
 * themselves as soon as a link leads to them.
 */
export const places = async (office) => {
  const [found, shapes, waiting] = [[], new Map(), ["/"]];
  const known = new Set(waiting);
  while (waiting.length > 0) {
    const place = waiting.shift();
    const answer = await fetch(office.address + place, { headers: { "accept-language": "en" } });
    const text = await answer.text();
    const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html");
    found.push({ place, status: answer.status, isPage });
    if (!isPage) continue;
    for (const next of links(text, office.address + place)) {
      const shape = shapeOf(next);
      const seen = shapes.get(shape) ?? 0;
      if (known.has(next) || seen >= (isOfOne(next) ? 1 : OF_A_SHAPE)) continue;
      known.add(next);
      shapes.set(shape, seen + 1);
      waiting.push(next);
    }
  }
  return found;
};

/** The places of the same host that a page's links name. */
const links = (text, base) => {
  const named = [...text.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, address]) => unescaped(address));
  const all = named.map((address) => new URL(address, base)).filter((url) => url.origin === new URL(base).origin);
  return all.map((url) => url.pathname + url.search);
};

const unescaped = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replaceAll("&amp;", "&");

const isOfOne = (place) => new Set(new URL(place, "http://x").searchParams.keys()).size === 1;

/** A place without what tells it from others of its kind: identifiers below a folder, and the values of parameters. */
const shapeOf = (place) => {
  const url = new URL(place, "http://x");
  const names = [...new Set(url.searchParams.keys())].sort();
  // Every page leads to itself in every language.
  if (names.includes("lang")) return `lang=${url.searchParams.get("lang")}`;
  const [first, second, ...below] = url.pathname.slice(1).split("/");
  const named = second && /^[a-z]{3,}$/.test(second) ? second : second && "*";
  // What is narrowed in two ways is made of the same pieces as what is narrowed in two others.
  const narrowed = names.length > 1 ? "several" : names.join();
  return `/${[first, named, below.length > 0 && "*"].filter(Boolean).join("/")}?${narrowed}`;
};
