namespace Grader.Reporting;

/// <summary>What the template of a worksheet with own numbers is filled with.</summary>
internal sealed record HandOutView(
    string Title, string WorksheetId, string Student, string Name, string Code, string File, string IntroductionHtml, IReadOnlyList<HandOutQuestion> Questions);

/// <param name="Numbers">The inputs that have the same value in every part of the question.</param>
internal sealed record HandOutQuestion(string Heading, string StatementHtml, IReadOnlyList<InputView> Numbers, IReadOnlyList<HandOutPart> Parts);

/// <param name="Numbers">The inputs that have another value here than in other parts.</param>
/// <param name="Cells">The names of a table's cells; empty for other parts.</param>
internal sealed record HandOutPart(
    string Id, string Title, string Points, string StatementHtml, string HowToAnswer, IReadOnlyList<InputView> Numbers, IReadOnlyList<string> Cells, IReadOnlyList<HandOutOption> Options);

internal sealed record HandOutOption(string Id, string TextHtml);
