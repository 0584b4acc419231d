package dev.quartet.app.recording;

/** Names who sends or receives a message of a flow. */
public enum Party {

	/** The person at her browser. */
	BROWSER,

	/** This application. */
	CLIENT,

	/** Who signs people in. */
	PROVIDER,

	/** The protected API. */
	API

}
