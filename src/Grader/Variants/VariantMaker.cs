using Formulas.Text;
using Grader.Exercises;

namespace Grader.Variants;

/// <summary>
/// Makes a worksheet with a student's own numbers: the given inputs of its parts are others, everything else is the same, so that
/// checking works them out afresh. Safe for several threads.
/// </summary>
/// <param name="worksheet">As the sheet gives it.</param>
public sealed class VariantMaker(Worksheet worksheet)
{
    private readonly Lazy<IReadOnlyList<QuestionNumbers>> questions = new(() => [.. worksheet.Questions.Select(question => new QuestionNumbers(worksheet.Id, question))]);

    /// <exception cref="NoVariantException">The worksheet has a question for which no fresh numbers can be found.</exception>
    public Worksheet Make(VariantCode code) => worksheet with
    {
        Questions = [.. worksheet.Questions.Zip(questions.Value, (question, numbers) => Vary(question, numbers, code))],
    };

    private static Question Vary(Question question, QuestionNumbers numbers, VariantCode code)
    {
        var given = numbers.Draw(code);
        FunctionSpecification Vary(FunctionSpecification specification) =>
            given.TryGetValue(specification, out var inputs) ? specification with { Given = inputs, Printed = [] } : specification;

        return question with
        {
            Statement = question.VariantStatement ?? question.Statement,
            Parts = [.. question.Parts.Select(part => part with { Kind = VariedKinds.With(part.Kind, Vary), Statement = part.VariantStatement ?? part.Statement })],
        };
    }
}
