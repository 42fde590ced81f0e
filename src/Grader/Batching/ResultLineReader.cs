using System.Globalization;
using Formulas.Text;
using Grader.Checking;
using Grader.Reporting;
using Newtonsoft.Json;

namespace Grader.Batching;

/// <summary>
/// Goes once through the JSON of a line of <c>results.jsonl</c> and keeps what a <see cref="ResultLine"/> holds. What it does not know
/// is passed over; of a key that stands twice the last counts.
/// </summary>
/// <param name="json">Before the line's first token.</param>
internal sealed class ResultLineReader(JsonReader json)
{
    /// <param name="known">The line's parts where they are known without reading; null where they are to be read.</param>
    /// <exception cref="FormatException">It lacks what every line has, or ends too early.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public ResultLine Line(IEnumerable<ResultPart>? known = null)
    {
        Next();
        if (json.TokenType != JsonToken.StartObject) throw new FormatException("it is no object.");
        var (file, status, worksheet, student, name) = (default(string), default(string), default(string), default(string), default(string));
        var (score, most, isLate, attempt, isProgram) = (0m, 0m, false, default(int?), false);
        var parts = known?.ToList() ?? [];
        var problems = new List<(string Code, string Message)>();
        foreach (var key in Keys())
        {
            switch (key)
            {
                case "file": file = Text(); break;
                case "status": status = Text(); break;
                case "worksheet": worksheet = Text(); break;
                case "student": student = Text(); break;
                case "name": name = Text(); break;
                case "score": score = Number(); break;
                case "maxScore": most = Number(); break;
                case "late": isLate = Flag(); break;
                case "attempt": attempt = Whole(); break;
                case "program": isProgram = PassOver(); break;
                case "parts" when known is null: parts = [.. Objects(Part)]; break;
                case "problems": problems = [.. Objects(Remark)]; break;
                default: json.Skip(); break;
            }
        }

        return new(
            file ?? throw new FormatException("it names no file."),
            Enum.Parse<BatchStatus>(status ?? throw new FormatException("it has no status."), ignoreCase: true),
            worksheet, student, score, most, parts.ToEquatableList(), problems.Select(problem => problem.Message).ToEquatableList())
        {
            Name = name,
            IsLate = isLate,
            Attempt = attempt,
            ProblemCodes = problems.Select(problem => problem.Code).ToEquatableList(),
            IsProgram = isProgram,
        };
    }

    /// <summary>A part by itself.</summary>
    /// <exception cref="FormatException">It lacks what every part has.</exception>
    public ResultPart OnlyPart()
    {
        Next();
        return Part();
    }

    private ResultPart Part()
    {
        var (part, verdict, reading) = (default(string), default(string), default(string));
        var (score, most, isFaulty, isMarked) = (0m, 0m, false, false);
        var (feedback, cells) = (EquatableList<Feedback>.Empty, EquatableList<ResultCell>.Empty);
        foreach (var key in Keys())
        {
            switch (key)
            {
                case "part": part = Text(); break;
                case "verdict": verdict = Text(); break;
                case "reading": reading = Text(); break;
                case "score": score = Number(); break;
                case "maxScore": most = Number(); break;
                case "feedback": feedback = Feedback(); break;
                case "mark": isMarked = PassOver(); break;
                case "evidence" when json.TokenType == JsonToken.StartObject: (isFaulty, cells) = Evidence(); break;
                default: json.Skip(); break;
            }
        }

        return new(part ?? throw new FormatException("a part has no name."), Verdict(verdict), score, most, reading, feedback, isFaulty) { IsMarked = isMarked, Cells = cells };
    }

    private (bool IsFaulty, EquatableList<ResultCell> Cells) Evidence()
    {
        var (isFaulty, cells) = (false, EquatableList<ResultCell>.Empty);
        foreach (var key in Keys())
        {
            if (key == "cells")
            {
                cells = Objects(Cell).ToEquatableList();
                continue;
            }

            if (key == "fault") isFaulty = json.TokenType != JsonToken.Null;
            json.Skip();
        }

        return (isFaulty, cells);
    }

    private ResultCell Cell()
    {
        var (cell, verdict, reading, feedback) = (default(string), default(string), default(string), EquatableList<Feedback>.Empty);
        foreach (var key in Keys())
        {
            switch (key)
            {
                case "cell": cell = Text(); break;
                case "verdict": verdict = Text(); break;
                case "reading": reading = Text(); break;
                case "feedback": feedback = Feedback(); break;
                default: json.Skip(); break;
            }
        }

        return new(cell ?? throw new FormatException("a cell has no name."), Verdict(verdict), reading, feedback);
    }

    private EquatableList<Feedback> Feedback() => Objects(Remark).Select(said => new Feedback(said.Code, said.Message)).ToEquatableList();

    private (string Code, string Message) Remark()
    {
        var (code, message) = (string.Empty, string.Empty);
        foreach (var key in Keys())
        {
            if (key == "code") code = Text() ?? string.Empty;
            else if (key == "message") message = Text() ?? string.Empty;
            else json.Skip();
        }

        return (code, message);
    }

    private static Verdict Verdict(string? name) => Enum.Parse<Verdict>(name ?? throw new FormatException("a part has no verdict."), ignoreCase: true);

    /// <summary>The keys of the object that was begun, each with the reader at its value, which whoever asks has to read to its end.</summary>
    private IEnumerable<string> Keys()
    {
        for (Next(); json.TokenType != JsonToken.EndObject; Next())
        {
            var key = (string)json.Value!;
            Next();
            yield return key;
        }
    }

    /// <summary>The objects of a list, each with the reader inside it; none where there is no list.</summary>
    private IEnumerable<T> Objects<T>(Func<T> read)
    {
        if (json.TokenType != JsonToken.StartArray)
        {
            json.Skip();
            yield break;
        }

        for (Next(); json.TokenType != JsonToken.EndArray; Next())
        {
            if (json.TokenType == JsonToken.StartObject) yield return read();
            else json.Skip();
        }
    }

    /// <summary>Null where it is no text.</summary>
    private string? Text()
    {
        if (json.TokenType == JsonToken.String) return (string)json.Value!;
        json.Skip();
        return null;
    }

    private decimal Number() => json.TokenType is JsonToken.StartObject or JsonToken.StartArray
        ? throw new FormatException("there is no number where one should be.")
        : Convert.ToDecimal(json.Value, CultureInfo.InvariantCulture);

    private int? Whole()
    {
        if (json.TokenType == JsonToken.Integer) return Convert.ToInt32(json.Value, CultureInfo.InvariantCulture);
        json.Skip();
        return null;
    }

    private bool Flag()
    {
        if (json.TokenType == JsonToken.Boolean) return (bool)json.Value!;
        json.Skip();
        return false;
    }

    /// <returns>Whether it is an object.</returns>
    private bool PassOver()
    {
        var isObject = json.TokenType == JsonToken.StartObject;
        json.Skip();
        return isObject;
    }

    private void Next()
    {
        do
        {
            if (!json.Read()) throw new FormatException("it ends too early.");
        }
        while (json.TokenType == JsonToken.Comment);
    }
}
