using System.Globalization;
using Portal.Cms.Localization;
using Portal.Web.Commands;

// The console speaks English whatever the machine's language; pages and the API bring their own.
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture.En.FormatCulture;
return await CommandLine.RunAsync(args);
