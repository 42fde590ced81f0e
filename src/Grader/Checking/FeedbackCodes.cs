using Formulas.Text;

namespace Grader.Checking;

/// <param name="Meaning">What it says about the answer.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record FeedbackCode(string Code, string Meaning, string Advice);

/// <summary>The closed catalogue of feedback codes, for <c>grader show --codes</c>. Codes are stable: scripts rely on them.</summary>
public static class FeedbackCodes
{
    public static EquatableList<FeedbackCode> All { get; } =
    [
        // Right, and how.
        new("alternative-reading", "The answer is right under another reading of the question, which is named.", "Nothing; note which reading it was."),
        new("exact-value", "The cells agree with exact calculation.", "Nothing."),
        new("carried-forward", "The value follows from your own earlier cells and counts in full.", "Correct the earlier cell."),
        new("read-as-value", "The answer uses no input and was taken as a value at the given inputs.", "Write the formula if you meant it in general."),
        new("gap", "The formula has no value at single places, such as (x^2 - 1)/(x - 1) at x = 1.", "Nothing; say what holds there."),
        new("reading-note", "Something was assumed while reading the answer.", "Check the reading that is shown back."),
        new("first-mistake", "Several cells are wrong, or one; the first of them is named.", "Begin there: later cells may rest on it."),
        new("not-carried", "The value neither is right nor follows from your own earlier cells.", "Work the cell out again from the earlier ones."),
        new("contradicting-steps", "The last formula of a calculation is right, but one that was set equal to it is not.", "Find the step at which the value changes."),

        // Wrong, with a name.
        new("wrong-value", "The value differs from the right one.", "Follow the counterexample by hand."),
        new("right-earlier", "An earlier formula of the calculation was right, the last one is not.", "Look at the steps after it."),
        new("wrong-sign", "Right except for a sign: of the whole, of a term or of an argument.", "Follow the minus signs."),
        new("constant-factor", "Right up to a constant factor.", "Look for a lost or doubled constant."),
        new("constant-offset", "Right up to a constant term.", "Look for a lost constant term."),
        new("transposed", "Rows and columns are exchanged, or a transpose is missing.", "Give a gradient the shape of its variable."),
        new("permuted", "The right entries or operations in another order.", "Check which index belongs where."),
        new("missing-factor", "A factor of the chain is missing.", "Write the chain rule link by link."),
        new("extra-factor", "A factor is there that does not belong.", "Write the chain rule link by link."),
        new("missing-term", "A term is missing.", "Differentiate every term."),
        new("extra-term", "A term is there that does not belong.", "Check each term against the question."),
        new("missing-function", "A function is not applied.", "Follow the forward pass step by step."),
        new("wrong-function", "Another function stands where the right one belongs.", "Look the function up in the question."),
        new("extra-function", "A function is applied that does not belong.", "Stop where the question stops."),
        new("function-for-derivative", "A function stands where its derivative belongs.", "Write the prime, or the derivative itself."),
        new("derivative-for-function", "A derivative stands where the function itself belongs.", "Ask at which step the derivative is taken."),
        new("misplaced", "A function or factor is applied at the wrong step.", "Ask what comes first: weighting, adding, or the function."),
        new("distributed", "A function of a sum is taken for the sum of its values.", "Add first; only linear functions may be drawn apart."),
        new("lost-brackets", "Brackets are missing around a sum.", "Put brackets around what belongs together."),
        new("inverted", "A quotient is turned over, or a factor divides.", "Check what is above and what below the bar."),
        new("complement", "1 less a quantity is taken for the quantity, or the other way round.", "Check which of the two cases the quantity belongs to."),
        new("wrong-operation", "Pieces are joined by the wrong operation.", "Check whether they are added or multiplied, and how."),
        new("wrong-order", "A matrix product is in the wrong order.", "Compare the sizes along the product."),
        new("wrong-exponent", "An exponent is missing or another one.", "Check the exponent."),
        new("wrong-number", "A number in the formula is another one.", "Check the numbers."),
        new("wrong-index", "An index is another one, missing, or at the wrong place.", "Ask over what each index runs."),
        new("off-by-one", "A range starts or ends one too early or too late.", "Write out the first and the last term."),
        new("wrong-symbol", "Another symbol stands where the right one belongs.", "Compare with the symbols in the question."),
        new("extra-sum", "A sum stands where one entry belongs.", "Ask which entry the quantity belongs to."),
        new("mean-for-sum", "A mean stands where a sum is asked for.", "Leave the division by the count out."),
        new("only-a-piece", "The answer is one piece of the formula.", "Carry the calculation to its end."),
        new("missing-condition", "A condition does not enter.", "Ask in which case the formula holds."),
        new("missing-sum", "A sum over an index is missing.", "Ask over what the index runs."),
        new("sample-only", "Right for one example where all are asked for.", "Sum over the examples."),
        new("new-value", "A parameter was used after its update where the old one belongs.", "Take all derivatives at the old parameters."),
        new("wrong-quantity", "Another quantity was worked out than the one asked for.", "Read what is asked, and by which variable."),
        new("wrong-convention", "Right in a convention other than the exercise's.", "Read the conventions in the statement."),
        new("shape-mismatch", "The sizes are not those asked for.", "Compare the sizes that are named."),
        new("not-finite", "The formula has no value at some allowed inputs.", "Look for a division, logarithm or root that fails."),
        new("rounded", "Rounded correctly, but to too few digits.", "Keep more digits."),
        new("wrong-rounding", "The last digit is wrongly rounded.", "Round only at the end."),
        new("turned-inequality", "The condition holds exactly where it should not.", "Turn the inequality."),
        new("boundary", "Right except where both sides are equal.", "Check whether equality belongs to the condition."),
        new("wrong-option", "Another option is right.", "Read the feedback of the option."),
        new("wrongly-chosen", "This option does not hold.", "Read the feedback of the option."),
        new("overlooked", "This option holds and was not chosen.", "Read the feedback of the option."),

        // Graphs.
        new("graph-empty", "The graph has no nodes.", "Give its nodes."),
        new("graph-too-large", "The graph has too many nodes.", "Leave out what the exercise does not ask for."),
        new("no-output", "The graph's output is missing or no node.", "Name the output."),
        new("cycle", "The graph runs in a circle.", "Order the nodes by what they need."),
        new("unknown-operation", "A node's operation is not known.", "See the list of operations in the documentation."),
        new("dangling-input", "A node takes something that is not there.", "Check the spelling."),
        new("wrong-arity", "An operation has too many or too few inputs.", "Check the node's inputs."),
        new("unused-node", "A node does not lead to the output.", "Leave it out or connect it."),
        new("missing-mark", "A required mark is missing.", "Mark the node."),
        new("wrong-mark", "A mark is at a node where it does not belong.", "Move the mark."),
        new("unknown-mark", "The exercise asks for no such mark.", "Check the spelling."),
        new("wrong-node", "The first node at which a graph goes wrong is named.", "Compute that node by hand from its inputs."),
        new("several-outputs", "A graph names several outputs.", "Name one node as the output."),
        new("missing-operation", "A required operation is not used.", "Use it as a node of its own."),

        // Could not be read.
        new("formula-wanted", "A formula, value or condition is wanted.", "Write one."),
        new("graph-wanted", "A computation graph is wanted.", "Write one."),
        new("cells-wanted", "The cells of a table are wanted.", "Give an object of cells."),
        new("option-wanted", "The name of an option is wanted.", "Choose from the list."),
        new("text-wanted", "A text is wanted.", "Write it in your own words."),
        new("method-wanted", "A method in C# is wanted.", "Hand in a method."),
        new("unknown-option", "There is no such option.", "Choose from the list."),
        new("doubled-option", "An option is listed twice.", "List it once."),
        new("unknown-cell", "The table has no such cell.", "Check the spelling."),
        new("cells-missing", "Cells are not answered or not readable.", "Fill them in."),
        new("over-budget", "The formula takes too long to evaluate.", "Write it more simply."),
        new("unknown-part", "The worksheet has no such part.", "Check the spelling."),
        new("unknown-worksheet", "There is no such worksheet.", "Check the spelling; grader list shows them."),
        new("doubled-key", "A key stands twice in the file.", "Keep one."),
        new("wrong-type", "JSON of another kind was expected.", "Follow the hint."),
        new("not-a-number", "What stands there is no finite decimal number.", "Write a finite decimal number."),

        // Methods.
        new("method-missing", "There is no method of that name, but one with a similar name.", "Name it as the part says."),
        new("not-answered-yet", "The method throws NotImplementedException.", "Write the method."),
        new("wrong-signature", "The method cannot be called as it is declared.", "Follow the signature that is shown."),
        new("wrong-result-type", "The method returns a type that is not asked for.", "Return the type that is named."),
        new("null-result", "The method returns null.", "Return a value in every case."),
        new("not-deterministic", "The same inputs gave different results.", "Use no chance, no counters and nothing kept from earlier calls."),
        new("inputs-changed", "The method writes into its inputs; the result counts.", "Work on a copy."),
        new("crashed", "The method ended with an exception or ended the program.", "Read which one, and where."),
        new("timeout", "The method ran too long.", "Look for a loop that does not end."),
        new("memory", "The method asked for too much memory.", "Look for a list that grows without end."),
        new("output-flood", "The method printed without end.", "Print less."),
        new("forbidden-api", "The program uses what student code may not use.", "Compute with plain numbers, collections and MathNet.Numerics."),
        new("not-loadable", "The program cannot be loaded.", "Build it as the message says."),
        new("compile-error", "The C# source does not compile.", "Mend it at the place named."),
        new("which-worksheet", "The program's methods belong to no worksheet, or to several.", "Name the worksheet."),

        // Waiting.
        new("undecided", "Rounding hides whether the formula is right; a person decides.", "Nothing."),
        new("waits-for-person", "A person marks this part.", "Nothing."),
        new("marked-by-person", "A person has marked this part.", "Read the comment."),
        new("earlier-mark", "A person's earlier mark does not count for what stands there now.", "Nothing; a person marks it again."),
        new("grader-fault", "Not marked because of a fault of the grader.", "Nothing; tell the course staff."),

        // Files.
        new("file-too-large", "The file is over 1 MiB.", "Hand in the right file."),
        new("not-utf8", "The file is not UTF-8 text.", "Save it as UTF-8."),
        new("empty-file", "The file is empty.", "Fill it in."),
        new("broken-json", "The JSON cannot be read.", "Mend it at the place named."),
        new("nested-too-deep", "Brackets are nested over 64 deep.", "Write the answer plainly."),
        new("missing-worksheet", "The file does not name its worksheet.", "Add \"worksheet\"."),
        new("missing-student", "The file does not name its student.", "Add \"student\"."),
        new("missing-answers", "The file has no answers.", "Add \"answers\"."),
        new("unknown-key", "A key of the file is not known and was passed over.", "Check the spelling."),
        new("swallowed-backslash", "A single backslash was taken by JSON.", "Write it twice."),
        new("no-such-file", "The file does not exist.", "Check the path."),
        new("is-directory", "The path is a directory.", "Use grader batch."),
        new("nothing-to-grade", "There is no answer file and no program among what the student handed in.", "Hand in a .json, .cs or .dll file."),
        new("archive-not-opened", "An archive lies among the submissions.", "Hand in the files themselves."),
        new("refused-entry", "An entry of the class's archive was not unpacked, for the reason named.", "Tell the course staff."),
        new("cannot-open", "The file cannot be opened.", "Check its permissions."),

        // The formula language.
        .. FormulaCodes.All,
    ];
}
