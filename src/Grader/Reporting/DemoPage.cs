using Grader.Demos;
using Grader.Exercises;
using Grader.Plotting;

namespace Grader.Reporting;

/// <summary>An experiment as one HTML file, without script and without a need for the network.</summary>
public static class DemoPage
{
    /// <param name="worksheets">Their parts that name this experiment are listed.</param>
    public static string Render(Demo demo, ParameterValues values, Demonstration shown, IEnumerable<Worksheet> worksheets)
    {
        ArgumentNullException.ThrowIfNull(demo);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(shown);
        return ReportTemplates.Built.Render("demo", new DemoView(
            demo.Title,
            demo.Name,
            Call(demo, demo.Parameters.Where(parameter => values[parameter.Name] != parameter.Usual).Select(parameter => (parameter, values[parameter.Name]))),
            [.. shown.Claims.Select(Claim)],
            Statements.ToHtml(shown.Explanation),
            shown.Walk is { } walk ? WalkViews.Of(walk) : null,
            [.. shown.Plots.Select(PlotOf)],
            [.. demo.Parameters.Select(parameter => new ParameterView(parameter.Option, Parameter.Written(values[parameter.Name]), parameter.Range, parameter.Meaning))],
            Call(demo, demo.Parameters.Take(2).Select(parameter => (parameter, Math.Min(parameter.High, parameter.Usual * 2)))),
            [
                .. worksheets.Select(worksheet => new SettledView(
                    worksheet.Title, string.Join(", ", worksheet.Parts.Where(part => part.Demo == demo.Name).Select(part => part.Id))))
                    .Where(settled => settled.Parts.Length > 0),
            ]));
    }

    private static string Call(Demo demo, IEnumerable<(Parameter Parameter, double Value)> given) =>
        string.Join(' ', [$"grader demo {demo.Name}", .. given.Select(value => $"{value.Parameter.Option} {Parameter.Written(value.Value)}")]);

    private static ClaimView Claim(Claim claim) => new(
        Numerals.Short(claim.Value),
        Statements.ToHtml(claim.Sentence),
        claim.Holds ? new VerdictWords("correct", "As claimed", "✓") : new VerdictWords("partial", "Not with these parameters", "≠"));

    private static PlotView PlotOf(Plot plot, int index)
    {
        var table = PlotTable.Of(plot);
        var anchor = $"plot-{index + 1}";
        return new(
            anchor, plot.Title, plot.Description, SvgPlot.Render(plot, anchor), table.Note, table.Columns,
            [.. table.Rows.Select(row => new NumberRowView(row[0], [.. row.Skip(1)]))]);
    }
}
