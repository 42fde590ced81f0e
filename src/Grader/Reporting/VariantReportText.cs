using System.Globalization;
using Formulas.Text;
using Grader.Variants;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Reporting;

/// <summary>What a look at many variants found, as a table and as JSON.</summary>
internal static class VariantReportText
{
    public static void Write(string worksheet, VariantReport report, ConsoleOutput output)
    {
        output.WriteLine(new ConsoleText($"{worksheet}: {report.Variants} variants", Tone.Heading));
        output.WriteTable(new(
            [new("part"), new("different", RightAligned: true), new("passes for another", RightAligned: true), new("zeros", RightAligned: true), new("decisions", RightAligned: true), new("smallest", RightAligned: true), new("largest", RightAligned: true)],
            report.Parts.Select(Row).ToEquatableList()));
        output.WriteLine("Each variant is well-posed: the right values are finite, none comes near a tie or vanishes in the tolerance, and every known mistake leads to another value.");
        output.WriteLine("All are equally hard: as many entries are 0, and as many conditions come out either way, as on the sheet.");
        output.WriteLine(new ConsoleText($"The reference gets full marks on {report.FullMarks} of {report.Variants}.", report.FullMarks == report.Variants ? Tone.Good : Tone.Bad));
        output.WriteLine(new ConsoleText(
            $"One student's values are right for the next in {Percent(report.Shared)} of the parts whose values depend on the numbers (at most {Percent(VariantReport.MostShared)} will do).",
            report.Shared < VariantReport.MostShared ? Tone.Good : Tone.Bad));
        var same = report.Parts.Where(part => part.Distinct == 1).Select(part => part.Part).ToList();
        if (same.Count > 0) output.WriteLine(new ConsoleText($"The same for everybody, whatever the numbers: {string.Join(", ", same)}.", Tone.Middling));
    }

    public static string ToJson(string worksheet, VariantReport report) => new JObject
    {
        ["worksheet"] = worksheet,
        ["variants"] = report.Variants,
        ["fullMarks"] = report.FullMarks,
        ["shared"] = report.Shared,
        ["parts"] = new JArray(report.Parts.Select(part => new JObject
        {
            ["part"] = part.Part,
            ["different"] = part.Distinct,
            ["shared"] = part.Shared,
            ["zeros"] = part.Zeros,
            ["above"] = part.Decisions.Above,
            ["below"] = part.Decisions.Below,
            ["smallest"] = part.Smallest,
            ["largest"] = part.Largest,
        })),
    }.ToString(Formatting.None);

    private static EquatableList<ConsoleText> Row(VariedPart part) =>
    [
        part.Part,
        string.Create(CultureInfo.InvariantCulture, $"{part.Distinct}"),
        Percent(part.Shared),
        string.Create(CultureInfo.InvariantCulture, $"{part.Zeros}"),
        string.Create(CultureInfo.InvariantCulture, $"{part.Decisions.Above}/{part.Decisions.Below}"),
        string.Create(CultureInfo.InvariantCulture, $"{part.Smallest:0.###}"),
        string.Create(CultureInfo.InvariantCulture, $"{part.Largest:0.###}"),
    ];

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
