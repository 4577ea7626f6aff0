// What each picture shows: whose window, which page, and what is done on it first. Entries without a name only prepare later ones.
const analysis = "analysis-small-arms-en", other = "analysis-school-safety-en";
const consultation = (page, culture) => page.request.get(`/api/v1/content/consultation-safety-action-plan?culture=${culture}`).then(answer => answer.json()).then(item => item.path);

/** Presses a button or follows a link that leads to another page. */
const follow = (page, target) => Promise.all([page.waitForEvent("load"), page.locator(target).first().click()]);

/** Saves the form as its page does, without leaving it. */
const save = page => Promise.all([page.waitForResponse(answer => answer.request().method() === "POST" && /\/admin\/content\/[^/]+$/.test(answer.url())), page.locator(".editor-bar button").first().click()]);

/** Puts something at the end of the abstract. */
const addToAbstract = async (page, words) => {
  const abstract = page.locator("textarea[name*='Abstract']").first();
  await abstract.fill((await abstract.inputValue()).trimEnd().replace(/\.$/, "") + words);
};

export const pictures = [
  // The first pictures of the portal
  { name: "home-sq-phone", as: "guest sq", locale: "sq", width: 390, height: 844, path: "/sq" },
  { name: "consultation-sr", as: "guest sr", locale: "sr", height: 900, path: page => consultation(page, "sr") },

  // Citizens, in Albanian, on a telephone
  { name: "citizen-comment", as: "guest sq", locale: "sq", width: 420, height: 760, path: page => consultation(page, "sq"), at: "#section-3 .comment-form", async prepare(page) {
    await page.locator("#section-3 .comment-form > summary").click();
    await page.locator("#section-3 textarea").fill("Rruga pranë shkollës nuk ka trotuar dhe ndriçim.");
  } },
  { name: "citizen-check", as: "guest sq", locale: "sq", width: 420, height: 760, prepare: page => follow(page, "#section-3 .comment-form button") },
  { name: "citizen-receipt", as: "guest sq", locale: "sq", width: 420, height: 760, at: ".receipt", async prepare(page) {
    await page.locator("#consent").check();
    await page.waitForTimeout(2500); // Who sends faster is asked a question.
    await follow(page, "main form button.button");
  } },

  // Ministries
  { name: "ministry-list", as: "guest en", path: "/en/recommendations?overdue=reply", height: 720 },
  { name: "ministry-recommendation", as: "guest en", height: 860, path: async page => (await (await page.request.get("/api/v1/content/rec-02?culture=en")).json()).path },

  // A member writes and asks for a review
  { as: "member", path: `/admin/content/${analysis}`, async prepare(page) {
    const summary = page.locator("textarea[name*='Abstract']").first();
    await summary.fill((await summary.inputValue()).replace("was shrinking", "fell from year to year"));
    await page.locator("#comment").fill("A clearer first sentence");
    await save(page);
  } },
  { name: "member-review", as: "member", path: `/admin/content/${analysis}`, height: 980, at: "#review", async prepare(page) {
    await page.locator("#review details:has(#reviewNote) > summary").click();
    await page.locator("#reviewNote").fill("Please look at the first paragraph.");
  } },
  { as: "member", prepare: page => follow(page, "button[value=review-request]") },

  // Network editors
  { name: "editor-overview", as: "editor", path: "/admin", height: 760 },
  { name: "editor-list", as: "editor", path: "/admin/content", height: 820 },
  { name: "editor-form", as: "editor", path: `/admin/content/${analysis}`, height: 900 },
  { name: "editor-review", as: "editor", path: `/admin/content/${analysis}`, height: 860, at: "#review" },
  { name: "editor-versions", as: "editor", path: `/admin/content/${analysis}/versions/compare?from=1&to=2`, height: 620 },
  { name: "editor-menus", as: "editor", path: "/admin/menus", height: 820 },
  { name: "editor-terms", as: "editor", path: "/admin/taxonomies/Municipality", height: 700 },
  { name: "editor-questionnaire", as: "editor", path: "/admin/content/consultation-safety-action-plan-en/questionnaire", height: 860 },
  { name: "editor-preview", as: "editor", path: `/admin/content/${other}`, height: 720, at: "label[for='MarkdownBodyPart.Markdown']", prepare: page => page.locator("[data-md=preview]").first().click() },
  { as: "editor", path: `/admin/content/${other}`, prepare: page => addToAbstract(page, ", as the villages say.") },
  { as: "admin", path: `/admin/content/${other}`, async prepare(page) {
    await addToAbstract(page, ", and it costs little.");
    await save(page);
  } },
  { name: "editor-conflict", as: "editor", height: 720, at: ".conflict", async prepare(page) {
    await page.locator("[name='TitlePart.Title']").fill("From a shock to a plan");
    await page.locator(".editor-bar button").first().click();
    await page.locator(".conflict").waitFor();
  } },

  // Translators
  { name: "translator-board", as: "translator", path: "/admin/translations", height: 760 },
  { name: "translator-workbench", as: "translator", path: "/admin/translations/analysis-school-safety/sr", height: 860 },
  { name: "translator-words", as: "translator", path: "/admin/interface-strings?culture=sr", height: 680 },

  // Moderators, in Serbian
  { name: "moderator-queue", as: "moderator", locale: "sr", path: "/admin/moderation", height: 820 },
  { name: "moderator-decide", as: "moderator", locale: "sr", height: 900, async prepare(page) {
    await follow(page, ".queue-item .open");
    await page.locator("[name=decision][value=redact]").check();
  } },

  // Administrators
  { name: "admin-overview", as: "admin", path: "/admin", height: 860 },
  { name: "admin-organisations", as: "admin", path: "/admin/organisations", height: 620 },
  { name: "admin-account", as: "admin", path: "/admin/users", height: 860, prepare: page => follow(page, "main td a:text-is('member'), main th a:text-is('member')") },
  { name: "admin-roles", as: "admin", path: "/admin/roles", height: 860 },
  { name: "admin-type", as: "admin", path: "/admin/definitions/PolicyAnalysis", height: 760 },
  { name: "admin-audit", as: "admin", path: "/admin/audit", height: 760 },
  { name: "admin-settings", as: "admin", path: "/admin/settings", height: 760 },
];
