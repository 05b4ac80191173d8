/**
 * What an adapter has to do: contracts for every port. Extend each {@code …Contract}, supply the ports, change nothing else.
 */
package org.isonomia.application.spi.testing;
