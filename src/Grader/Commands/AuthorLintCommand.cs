using System.CommandLine;
using System.Globalization;
using Grader.Authoring;
using Grader.Reporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary><c>grader author lint DIR [--strict]</c>.</summary>
internal static class AuthorLintCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var folder = AuthorCommand.Folder();
        var strict = new Option<bool>("--strict") { Description = "A warning is a failure too" };
        var command = new Command("lint", "Finds every problem of a worksheet's files.") { folder, strict, CommonOptions.Format() };
        command.SetAction(call => Run(AuthorCommand.ExistingWorksheet(call.GetRequiredValue(folder)), call.GetValue(strict), CommonOptions.WantsJson(call), surroundings));
        return command;
    }

    private static int Run(string folder, bool strict, bool json, Surroundings surroundings)
    {
        var findings = Lint.Run(folder);
        foreach (var finding in findings)
        {
            surroundings.Output.WriteLine(json ? TerminalText.SafeJson(Json(finding).ToString(Formatting.None)) : TerminalText.Safe(finding.ToString()));
        }

        var errors = findings.Count(finding => finding.Rule.Level == FindingLevel.Error);
        if (!json) surroundings.Output.WriteLine(TerminalText.Safe($"{folder}: {Count(errors, "error")}, {Count(findings.Count - errors, "warning")}."));
        return (strict ? findings.Count : errors) == 0 ? ExitCode.Well : ExitCode.NotWell;
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static JObject Json(Finding finding) => new()
    {
        ["file"] = finding.Problem.File,
        ["line"] = finding.Problem.Position?.Line,
        ["column"] = finding.Problem.Position?.Column,
        ["level"] = finding.Rule.Level == FindingLevel.Error ? "error" : "warning",
        ["rule"] = finding.Rule.Name,
        ["message"] = finding.Problem.Message,
        ["hint"] = finding.Problem.Hint,
    };
}
