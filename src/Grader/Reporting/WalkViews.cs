using System.Globalization;
using Grader.Drawing;

namespace Grader.Reporting;

/// <summary>
/// A walk through a graph without a script: a radio button for each step, and rules of style that show what is known by then.
/// On paper, and where styles are off, all of it shows.
/// </summary>
internal static class WalkViews
{
    public static WalkView Of(GraphWalk walk) => new(
        string.Concat(walk.Steps.Select((_, step) => Rules(step, walk.Steps.Count))),
        GraphSvg.Render(walk.Picture, walk.Description),
        [.. walk.Steps.Select((step, number) => new WalkStepView(number, step.Title, number == 0, [.. step.Lines]))]);

    private static string Rules(int step, int count)
    {
        var later = string.Join(", ", Enumerable.Range(step + 1, count - step - 1).Select(number => string.Create(CultureInfo.InvariantCulture, $".step-{number}")));
        var hidden = later.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"#step-{step}:checked ~ .drawing :is({later}) {{ visibility: hidden; }}\n");
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {{hidden}}#step-{{step}}:checked ~ .drawing .step-{{step}} { fill: var(--incorrect); font-weight: 700; }
            #step-{{step}}:checked ~ ol > li:nth-child({{step + 1}}) { background: var(--code); border-color: var(--incorrect); }
            #step-{{step}}:checked + label { background: var(--ink); color: var(--surface); }

            """);
    }
}
