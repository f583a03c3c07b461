/** Turns the text of a message into markup: no HTML, no pictures, links to https only and in a new window. */
export const createMarkdown = () => {
  const markdown = window.markdownit({ html: false, linkify: false, breaks: true }).disable(["image", "code"]);
  markdown.validateLink = (url) => /^https:\/\//i.test(url);
  const plain =
    markdown.renderer.rules.link_open ?? ((tokens, at, options, _env, self) => self.renderToken(tokens, at, options));
  markdown.renderer.rules.link_open = (tokens, at, options, env, self) => {
    tokens[at].attrSet("target", "_blank");
    tokens[at].attrSet("rel", "noopener noreferrer");
    tokens[at].attrSet("title", env.newWindow);
    return plain(tokens, at, options, env, self);
  };
  return markdown;
};
