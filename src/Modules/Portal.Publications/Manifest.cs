using Portal.Cms.Modules;

[assembly: Module(
    Name = "Publications",
    Description = "Policy analyses, briefs, findings and studies, with their sections, footnotes and authors.",
    Category = "Content",
    Dependencies = ["Portal.Organisations"])]
