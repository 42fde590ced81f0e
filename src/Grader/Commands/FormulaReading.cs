using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Reporting;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary>A formula as a part reads it: in calculator notation, and piece by piece with the shapes.</summary>
internal sealed record FormulaReading(Expression Formula, IReadOnlyList<string> Notes)
{
    private const int MostPieces = 40;

    private IReadOnlyList<Piece> Pieces => Piece.Of(Formula, MostPieces);

    /// <exception cref="UnusableCallException">The part takes no formula, or this one cannot be read: the message shows where.</exception>
    public static FormulaReading Of(Part part, string text)
    {
        // The cells of a table may know different symbols: it is enough that one of them can read the formula.
        var readings = PartDescription.Specifications(part.Kind).Select(f => FormulaReader.Read(text, f.Scope)).ToList();
        if (readings.Count == 0) throw new UnusableCallException($"The part \"{part.Id}\" takes no formula.", PartDescription.HowToAnswer(part.Kind));
        return readings.OfType<Reading<Expression>.Success>().FirstOrDefault() is { } read
            ? new(read.Value, [.. read.Notes.Select(note => Messages.Note(note).Message)])
            : throw new UnusableCallException(Messages.NotRead(text, ((Reading<Expression>.Failure)readings[0]).Diagnostic).Message);
    }

    public IEnumerable<string> Lines()
    {
        yield return $"Read as: {Calculator.Print(Formula)}";
        foreach (var note in Notes) yield return note;
        if (Pieces.Count > 0) yield return "Its pieces, outermost first:";
        foreach (var piece in Pieces) yield return $"  {piece.Text}: {piece.Shape}";
    }

    public JObject ToJson() => new()
    {
        ["reading"] = Calculator.Print(Formula),
        ["notes"] = new JArray(Notes),
        ["pieces"] = new JArray(Pieces.Select(piece => new JObject { ["piece"] = piece.Text, ["shape"] = piece.Shape })),
    };
}
