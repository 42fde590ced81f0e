using System.Globalization;
using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Marking;
using Grader.Reporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Exporting;

/// <summary>
/// Gradescope's <c>results.json</c>. The total stands at the top; a part that waits for a person has no score and so only informs.
/// All is plain text, as Gradescope escapes it.
/// </summary>
public static class GradescopeExport
{
    internal static Export Make(Gradebook book, ExportSettings settings)
    {
        // Without a results file Gradescope says that the autograder failed, which is so; a file would have to say 0 points.
        var written = book.Lines.Where(line => line.Status != BatchStatus.Fault).ToList();
        var names = PageNames.For(written.Select(line => line.File));
        var files = written.Zip(names, (line, name) => new ExportFile(
            $"gradescope/{Path.ChangeExtension(name, ".json")}", Results(line).ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n"));
        return new(files, book.Problems);
    }

    /// <summary>The results of one submission that could be dealt with.</summary>
    /// <exception cref="ArgumentException">The grader failed at the file: there are no results to show.</exception>
    public static JObject Results(ResultLine line) => line.Status switch
    {
        BatchStatus.Graded => new()
        {
            ["score"] = line.Score,
            ["output"] = Summary(line),
            ["output_format"] = "text",
            ["test_output_format"] = "text",
            ["test_name_format"] = "text",
            ["visibility"] = "visible",
            ["stdout_visibility"] = "hidden",
            ["tests"] = new JArray(line.Parts.Select(Test)),
            ["extra_data"] = new JObject { ["worksheet"] = line.Worksheet, ["waiting"] = line.Waiting },
        },
        BatchStatus.Unreadable => Refusal($"The file {Path.GetFileName(line.File)} could not be read.\n{string.Join('\n', line.Problems)}"),
        _ => throw new ArgumentException("There are no results of a file at which the grader failed.", nameof(line)),
    };

    /// <summary>Nothing could be graded, and the student can mend that: 0 points, and the reason.</summary>
    public static JObject Refusal(string reason) => new()
    {
        ["score"] = 0,
        ["output"] = reason.ReplaceLineEndings("\n"),
        ["output_format"] = "text",
        ["visibility"] = "visible",
        ["stdout_visibility"] = "hidden",
        ["tests"] = new JArray(),
    };

    private static string Summary(ResultLine line)
    {
        var lines = new List<string>();
        if (line.IsFaulty) lines.Add("Some parts were not marked, because of a fault of the grader and not of yours. The course staff marks them.");
        if (line.Waiting > 0) lines.Add($"{Scoring.Written(line.Score)} points so far; {Scoring.Written(line.Waiting)} more can come from the parts that a person marks.");
        lines.AddRange(line.Problems);
        return string.Join('\n', lines);
    }

    private static JObject Test(ResultPart part, int index)
    {
        var test = new JObject
        {
            ["name"] = part.Part,
            ["number"] = (index + 1).ToString(CultureInfo.InvariantCulture),
            ["output"] = Said(part),
            ["visibility"] = "visible",
        };
        if (part.Verdict == Verdict.Pending) return test;
        test["score"] = part.Score;
        test["max_score"] = part.MaxScore;
        test["status"] = part.Verdict == Verdict.Correct ? "passed" : "failed";
        return test;
    }

    private static string Said(ResultPart part)
    {
        var lines = part.Feedback.Select(feedback => feedback.Message.ReplaceLineEndings("\n")).ToEquatableList();
        return lines.Count > 0 ? string.Join('\n', lines) : part.Verdict switch
        {
            Verdict.Correct => "Correct.",
            Verdict.Missing => "Not answered.",
            Verdict.Pending => $"Waits for a person ({Scoring.Written(part.MaxScore)} points).",
            _ => "Not right.",
        };
    }
}
