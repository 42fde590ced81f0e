using System.Globalization;
using Formulas.Expressions;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;
using Newtonsoft.Json.Linq;

namespace Grader.Reporting;

/// <summary>The judgement of a submission in the form of <c>--format json</c>. The expected value stands there only with the solution.</summary>
public static class ResultJson
{
    public static JObject From(SubmissionResult result, Reveal reveal)
    {
        var json = new JObject();
        AddTo(json, result, result.Parts.Select(part => FromPart(part, reveal)));
        return json;
    }

    /// <summary>The same, added to what stands there.</summary>
    /// <param name="parts">As <see cref="FromPart"/> has them.</param>
    internal static void AddTo(JObject json, SubmissionResult result, IEnumerable<JToken> parts)
    {
        json["worksheet"] = result.Worksheet;
        json["student"] = result.Student;
        json["score"] = result.Score;
        json["maxScore"] = result.MaxScore;
        json["parts"] = new JArray(parts);
        if (result.Program is { } program)
        {
            json["program"] = new JObject
            {
                ["file"] = program.File,
                ["sandbox"] = program.Sandbox,
                ["printed"] = program.Printed,
                ["notes"] = new JArray(program.Notes),
            };
        }

        if (result.FurtherChecksFrom is { } deadline) json["checks"] = new JObject { ["scope"] = "public", ["furtherFrom"] = deadline.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) };
        if (result.Problems.Count > 0) json["problems"] = new JArray(result.Problems.Select(FromProblem));
    }

    /// <summary>Code, message with its hint, and the place from 1 where there is one.</summary>
    public static JObject FromProblem(Problem problem)
    {
        var json = new JObject { ["code"] = problem.Code, ["message"] = WithHint(problem) };
        if (problem.Position is { } at)
        {
            json["line"] = at.Line;
            json["column"] = at.Column;
        }

        return json;
    }

    internal static JObject FromPart(PartResult part, Reveal reveal)
    {
        var json = Judged(part, reveal);
        if (part.Mark is { } mark)
        {
            json["mark"] = new JObject { ["answer"] = mark.Answer, ["items"] = new JObject(mark.Items.Select(item => new JProperty(item.Item, item.Points))) };
        }

        return json;
    }

    private static JObject Judged(PartResult part, Reveal reveal) => new()
    {
        ["part"] = part.PartId,
        ["verdict"] = Name(part.Verdict),
        ["score"] = part.Score,
        ["maxScore"] = part.MaxScore,
        ["reading"] = part.Reading?.Plain,
        ["feedback"] = Feedback(part.Feedback, reveal),
        ["evidence"] = Evidence(part, reveal),
    };

    private static JObject Evidence(PartResult part, Reveal reveal)
    {
        var evidence = new JObject();
        if (part.Samples is { } samples)
        {
            evidence["samples"] = samples.Count;
            evidence["seed"] = samples.Seed;
        }

        if (reveal != Reveal.Verdict && part.Counterexample is { } counterexample)
        {
            evidence["counterexample"] = FromCounterexample(counterexample, reveal);
        }

        if (part.Cells.Count > 0) evidence["cells"] = new JArray(part.Cells.Select(cell => FromCell(cell, reveal)));
        if (part.Fault is { } fault) evidence["fault"] = fault;
        return evidence;
    }

    private static JObject FromCounterexample(Counterexample counterexample, Reveal reveal)
    {
        var json = new JObject
        {
            ["inputs"] = new JObject(counterexample.Inputs.Values.Select(input => new JProperty(input.Key, ValueWriter.ToJson(input.Value)))),
            ["answer"] = ValueOrNull(counterexample.Answer),
        };
        if (reveal == Reveal.Solution) json["expected"] = ValueWriter.ToJson(counterexample.Expected);
        return json;
    }

    private static JObject FromCell(CellResult cell, Reveal reveal)
    {
        var json = new JObject
        {
            ["cell"] = cell.Cell,
            ["verdict"] = Name(cell.Verdict),
            ["reading"] = cell.Reading?.Plain,
            ["feedback"] = Feedback(cell.Feedback, reveal),
        };
        if (reveal != Reveal.Verdict && cell.Counterexample is { } counterexample) json["counterexample"] = FromCounterexample(counterexample, reveal);
        if (reveal == Reveal.Solution && cell.Expected is { } expected) json["expected"] = ValueWriter.ToJson(expected);
        return json;
    }

    private static JArray Feedback(IEnumerable<Feedback> feedback, Reveal reveal) => reveal == Reveal.Verdict
        ? []
        : new JArray(feedback.Select(item => new JObject { ["code"] = item.Code, ["message"] = item.Message }));

    private static JToken ValueOrNull(Value? value) => value is null ? JValue.CreateNull() : ValueWriter.ToJson(value);

    private static string WithHint(Problem problem) => problem.Hint is null ? problem.Message : $"{problem.Message} {problem.Hint}";

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "correct",
        Verdict.Partial => "partial",
        Verdict.Incorrect => "incorrect",
        Verdict.Unreadable => "unreadable",
        Verdict.Missing => "missing",
        Verdict.Pending => "pending",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
