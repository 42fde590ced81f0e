using Formulas.Text;

namespace Formulas.Expressions;

/// <summary>
/// The formula of a derived symbol, read. It is evaluated wherever the symbol is used, in the numbers in use there,
/// so that rounding bounds and derivatives reach through it.
/// </summary>
/// <param name="Shape">The shape of the whole symbol.</param>
/// <param name="Parameters">The running indices of an entrywise definition (<c>k[i,v] = ...</c>), one for each axis; none: the formula gives the whole.</param>
public sealed record SymbolDefinition(Expression Formula, Shape Shape, EquatableList<DefinitionParameter> Parameters);

/// <param name="Index">The name that the formula uses, a scalar input there.</param>
/// <param name="First">What the axis counts from.</param>
public sealed record DefinitionParameter(string Index, int First);
