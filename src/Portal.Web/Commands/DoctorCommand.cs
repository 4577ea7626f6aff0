using System.CommandLine;
using Portal.Web.Diagnosis;

namespace Portal.Web.Commands;

/// <summary><c>doctor</c>: looks at everything that can be wrong around a portal.</summary>
static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Checks database, features, folders, mail and optional programs. Exit code 1 when something is wrong.");
        command.SetAction((_, cancel) => CommandHost.RunAsync(async services =>
        {
            var findings = await Doctor.ExamineAsync(services, cancel);
            foreach (var finding in findings) Console.WriteLine($"{Mark(finding.State)} {finding.Subject}: {finding.Text}");
            return findings.Any(f => f.State == Health.Wrong) ? CommandLine.Failed : CommandLine.Done;
        }));
        return command;
    }

    static string Mark(Health state) => state switch
    {
        Health.Good => "ok   ",
        Health.Advice => "note ",
        _ => "WRONG",
    };
}
