using Formulas.Expressions;

namespace Reference;

/// <summary>The true value of a part at given inputs.</summary>
/// <exception cref="KeyNotFoundException">An input is missing; the message names it.</exception>
public delegate Value ReferenceMethod(Assignment inputs);

/// <summary>Judges what a fit returned by the property it must have, since a fit has many right implementations.</summary>
public delegate FitVerdict FitProperty(Assignment inputs, Value returned);

/// <param name="Holds">Whether the property holds.</param>
/// <param name="Measured">How far the returned value is from having it; not a number where its shape already is wrong.</param>
/// <param name="Allowed">The largest measure that still holds.</param>
/// <param name="Message">A sentence for the student.</param>
public sealed record FitVerdict(bool Holds, double Measured, double Allowed, string Message);
